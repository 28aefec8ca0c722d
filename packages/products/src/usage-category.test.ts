import { describe, expect, test } from "vitest";
import { products } from "./product.ts";
import {
  childrenOf,
  containersOf,
  isKnownCategory,
  leavesOf,
  noiseCategories,
  productsInCategory,
  rollUps,
  unitsOfCategory,
  usageCategories,
} from "./usage-category.ts";

describe("usage categories", () => {
  test("the 643 published names are known once each, and so are the two that only the documentation names", () => {
    expect(usageCategories).toHaveLength(643);
    expect(new Set(usageCategories).size).toBe(643);
    expect(isKnownCategory("RCS-Activation-Fee")).toBe(true);
    expect(isKnownCategory("identity-match")).toBe(true);
    expect(isKnownCategory("something-new")).toBe(false);
    expect(noiseCategories.every(isKnownCategory)).toBe(true);
  });

  test("roll-ups name known categories and contain no circle", () => {
    for (const { parent, children } of rollUps) {
      expect([parent, ...children].filter((name) => !isKnownCategory(name))).toEqual([]);
      expect(children.flatMap(leavesOf)).not.toContain(parent);
    }
  });

  test("a category is inside its parent and everything around that", () => {
    expect(containersOf("calls-inbound-local")).toEqual(["calls", "calls-inbound"]);
    expect(containersOf("pstnconnectivity-inbound")).toEqual(["programmablevoiceconnectivity", "pstnconnectivity"]);
    expect(containersOf("totalprice")).toEqual([]);
  });

  test("what is counted twice says where", () => {
    expect(containersOf("authy-sms-outbound")).toEqual(["sms", "sms-outbound"]);
    expect(containersOf("authy-calls-outbound")).toEqual(["calls", "calls-outbound"]);
  });

  test("leaves of a roll-up have nothing inside them and lie inside it", () => {
    for (const { parent } of rollUps) {
      for (const leaf of leavesOf(parent)) {
        expect(childrenOf(leaf)).toEqual([]);
        expect(containersOf(leaf)).toContain(parent);
      }
    }
    expect(leavesOf("sms")).toHaveLength(6);
  });

  test("units come by name before they come by family", () => {
    expect(unitsOfCategory("calls-recordings")).toEqual({
      count: "recordings",
      usage: "recorded-minutes",
      evidence: "seen",
    });
    expect(unitsOfCategory("calls-outbound")).toEqual({ count: "calls", usage: "minutes", evidence: "documented" });
    expect(unitsOfCategory("flex-active-user-hours")?.evidence).toBe("inferred");
    expect(unitsOfCategory("something-new")).toBeUndefined();
  });

  test("no product counts a category together with one that contains it", () => {
    for (const { id, categories } of products) {
      const containers = categories.flatMap(containersOf);
      expect(
        categories.filter((category) => containers.includes(category)),
        id,
      ).toEqual([]);
    }
  });

  test("a category leads back to its product", () => {
    expect(productsInCategory("usage-functions").map(({ id }) => id)).toEqual(["functions"]);
  });
});
