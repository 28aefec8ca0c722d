import { expect, test } from "vitest";
import rules from "../data/category-rules.json" with { type: "json" };
import { categoryById, rollUpPath, totalPrice, usageCategories } from "./categories.ts";
import { categoryOf } from "./category-rules.ts";

test("every roll-up exists, and no category contains itself", () => {
  for (const { id } of usageCategories) {
    const path = rollUpPath(id);
    expect(path.every((each) => categoryById(each) !== undefined)).toBe(true);
    expect(new Set(path).size).toBe(path.length);
  }
  expect(categoryById(totalPrice)?.usageUnit).toBe("usd");
});

test("every rule names a category of the list", () => {
  for (const { category } of rules.rules) if (category !== null) expect(categoryById(category)).toBeDefined();
});

test("messages find their leaf by the type of number, and the unknown type the nearest certain roll-up", () => {
  const of = (product: string, dimensions: Record<string, string>) =>
    categoryOf({ kind: "usage", product, dimensions });
  expect(of("sms-outbound", { country: "US", numberType: "short-code" })).toBe("sms-outbound-shortcode");
  expect(of("sms-outbound", { country: "US", numberType: "local" })).toBe("sms-outbound-longcode");
  expect(of("sms-outbound", { country: "US" })).toBe("sms-outbound");
  expect(of("mms-outbound", { numberType: "toll-free" })).toBe("mms-outbound-tollfree");
  expect(of("channels-messages", { channel: "whatsapp" })).toBe("channels-whatsapp");
  expect(of("channels-messages", { channel: "messenger" })).toBe("channels-messaging");
});

test("fees that a third party sends and charges on the whole bill are in no category", () => {
  expect(
    categoryOf({ kind: "third-party", product: "third-party-messaging", dimensions: { provider: "Meta" } }),
  ).toBeNull();
  expect(categoryOf({ kind: "third-party", product: "carrier-fee", dimensions: { channel: "sms" } })).toBe(
    "sms-messages-carrierfees",
  );
  expect(categoryOf({ kind: "support", product: "support-plan", dimensions: {} })).toBeNull();
});
