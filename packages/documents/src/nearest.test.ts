import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, nearest } from "./nearest.ts";

describe("the nearest known name", () => {
  const names = ["studio", "taskrouter", "sms-inbound", "sms-outbound"];

  test.each([
    ["taskroutr", "taskrouter"],
    ["Studoi", "studio"],
    ["sms-outbond", "sms-outbound"],
  ])("%s is most likely %s", (found, meant) => {
    expect(nearest(found, names)).toBe(meant);
  });

  test("nothing is suggested for a word unlike all of them", () => {
    expect(nearest("coffee", names)).toBeUndefined();
  });
});

describe("changes between two texts", () => {
  const text = fc.string({ maxLength: 8 });

  test("are the same in both directions, none only for equal texts, and at most the longer one's length", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const changes = changesBetween(one, other);
        expect(changes).toBe(changesBetween(other, one));
        expect(changes === 0).toBe(one === other);
        expect(changes).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  test("a swap of neighbours is one change", () => {
    expect(changesBetween("ab", "ba")).toBe(1);
  });
});
