import { childrenOf, isKnownCategory, products } from "@flexbill/products";
import { expect, test } from "vitest";
import rules from "../data/category-rules.json" with { type: "json" };
import { categoryById, totalPrice, usageCategories } from "./categories.ts";
import { categoryOf } from "./category-rules.ts";

test("every container is a category, and no category contains itself", () => {
  for (const { id, containers } of usageCategories) {
    expect(containers.every((each) => categoryById(each) !== undefined && each !== id)).toBe(true);
  }
  expect(categoryById(totalPrice)?.usageUnit).toBe("usd");
  expect(categoryById("demo")).toBeUndefined();
});

test("every rule names a category of the list", () => {
  for (const { category } of rules.rules) expect(categoryById(category)).toBeDefined();
});

test("every kind of charge and product shows in a leaf of the published list, or in no category", () => {
  const values = {
    numberType: ["local", "mobile", "national", "toll-free", "short-code"],
    direction: ["inbound", "outbound"],
    channel: ["sms", "mms", "whatsapp", "messenger", "rcs"],
  };
  const dimensions = [
    {},
    ...Object.entries(values).flatMap(([name, each]) => each.map((value) => ({ [name]: value }))),
    ...values.channel.flatMap((channel) => values.direction.map((direction) => ({ channel, direction }))),
  ];
  for (const kind of chargeKinds)
    for (const { id: product } of products)
      for (const each of dimensions) {
        const category = categoryOf({ kind, product, dimensions: each });
        if (category !== null) expect([product, childrenOf(category)]).toEqual([product, []]);
        if (category !== null) expect(isKnownCategory(category)).toBe(true);
      }
});

const chargeKinds = [
  ...["license", "credit", "included", "overage", "usage", "third-party", "surcharge"],
  ...["breach", "commitment", "support", "adjustment", "tax"],
];

test("messages find their leaf by the type of number, an unknown type being a local one", () => {
  const of = (product: string, dimensions: Record<string, string>) =>
    categoryOf({ kind: "usage", product, dimensions });
  expect(of("sms-outbound", { country: "US", numberType: "short-code" })).toBe("sms-outbound-shortcode");
  expect(of("sms-outbound", { country: "US", numberType: "local" })).toBe("sms-outbound-longcode");
  expect(of("sms-outbound", { country: "US" })).toBe("sms-outbound-longcode");
  expect(of("mms-outbound", { numberType: "toll-free" })).toBe("mms-outbound-toll-free");
  expect(of("channels-messages", { channel: "rcs" })).toBe("rcs-messages");
  expect(of("channels-messages", { channel: "messenger" })).toBe("channels-messaging-outbound");
  expect(of("channels-messages", { channel: "whatsapp", direction: "inbound" })).toBe("channels-messaging-inbound");
  expect(of("voice-javascript-sdk", {})).toBe("programmablevoiceconn-clientsdk-outbound");
  expect(of("sip-interface", { direction: "inbound" })).toBe("programmablevoiceconn-sip-inbound");
});

test("a product of one category needs no rule", () => {
  expect(categoryOf({ kind: "license", product: "flex-active-user-hour", dimensions: {} })).toBe(
    "flex-active-user-hours",
  );
  expect(categoryOf({ kind: "overage", product: "taskrouter", dimensions: {} })).toBe("taskrouter-tasks");
  expect(categoryOf({ kind: "commitment", product: "monthly-minimum", dimensions: {} })).toBe("min-spend-adjustments");
});

test("fees that a third party sends, taxes and what nobody knows are in no category", () => {
  const of = (kind: string, product: string, dimensions: Record<string, string> = {}) =>
    categoryOf({ kind, product, dimensions });
  expect(of("third-party", "third-party-messaging", { provider: "Meta" })).toBeNull();
  expect(of("third-party", "carrier-fee", { channel: "sms" })).toBe("sms-messages-carrierfees");
  expect(of("tax", "tax")).toBeNull();
  expect(of("usage", "unheard-of")).toBeNull();
});
