import { describe, expect, test } from "vitest";
import { isStandard, nearestProduct, productById, products, unitOf, unitsOf } from "./product.ts";
import { isKnownCategory } from "./usage-category.ts";

describe("the catalogue", () => {
  test("twenty Standard Products have twenty-one ids, because Sync has two meters", () => {
    const standard = products.filter((product) => product.standard);
    expect(standard).toHaveLength(21);
    expect(new Set(standard.map((product) => product.clause)).size).toBe(20);
    expect(standard.filter((product) => product.clause === "T-28").map(({ id }) => id)).toEqual([
      "sync-actions",
      "sync-endpoint-hours",
    ]);
  });

  test("T-13 to T-32 each have a product", () => {
    const clauses = products.filter(({ standard }) => standard).map(({ clause }) => clause);
    for (let number = 13; number <= 32; number += 1) expect(clauses).toContain(`T-${number}`);
  });

  test("ids are given once, and every product has both names, a unit and known categories", () => {
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
    for (const { id, name, unit, categories } of products) {
      expect([id, name.en, name.ja, unit].every((text) => text.trim() !== "")).toBe(true);
      expect(
        categories.filter((category) => !isKnownCategory(category)),
        id,
      ).toEqual([]);
    }
  });

  test.each([
    ["agent-conference", "minute"],
    ["answering-machine-detection", "recognition"],
    ["assets", "request"],
    ["automatic-speech-recognition", "recognition"],
    ["call-recording", "minute"],
    ["channels-messages", "message"],
    ["flex-conversations", "user"],
    ["flex-email", "message"],
    ["flex-insights", "license"],
    ["functions", "invocation"],
    ["media-storage", "gb-month"],
    ["programmable-voice-platform", "minute"],
    ["proxy", "session"],
    ["sip-interface", "minute"],
    ["studio", "engagement"],
    ["sync-actions", "action"],
    ["sync-endpoint-hours", "hour"],
    ["taskrouter", "task"],
    ["video", "participant-minute"],
    ["voice-insights", "minute"],
    ["voice-javascript-sdk", "minute"],
  ])("%s is included and measured by the %s", (id, unit) => {
    expect(isStandard(id)).toBe(true);
    expect(unitOf(id)).toBe(unit);
  });

  test.each(["sms-outbound", "pstn-voice-inbound", "recording-storage", "conference", "phone-number-rental", "my-own"])(
    "%s is in no plan",
    (id) => {
      expect(isStandard(id)).toBe(false);
    },
  );

  test("the five footnotes stand at the products they speak of", () => {
    const noted = products.flatMap(({ id, footnote }) => (footnote === undefined ? [] : [[footnote, id]]));
    expect(noted).toEqual([
      [1, "call-recording"],
      [2, "channels-messages"],
      [3, "flex-conversations"],
      [4, "programmable-voice-platform"],
      [5, "sip-interface"],
    ]);
  });

  test("a carrier's fee has two units, a product of no meter has none that is fixed", () => {
    expect(unitsOf("carrier-fee")).toEqual(["segment", "message"]);
    expect(unitOf("carrier-fee")).toBeUndefined();
    expect(unitsOf("conference")).toEqual([]);
    expect(unitsOf("my-own")).toEqual([]);
  });

  test("a misspelt id is told what it most likely means", () => {
    expect(nearestProduct("taskrouters")).toBe("taskrouter");
    expect(nearestProduct("agent_conference")).toBe("agent-conference");
    expect(nearestProduct("zzz")).toBeUndefined();
    expect(productById("taskrouters")).toBeUndefined();
  });
});
