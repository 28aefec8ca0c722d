import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segments } from "./sms-segments.ts";

describe("segments of an SMS", () => {
  test("G-18: 161 GSM characters are two", () => {
    expect(segments("x".repeat(160))).toEqual({ encoding: "GSM-7", segments: 1 });
    expect(segments("x".repeat(161))).toEqual({ encoding: "GSM-7", segments: 2 });
  });

  test("joined parts hold 153 GSM or 67 Unicode units", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (length) => {
        expect(segments("x".repeat(length)).segments).toBe(length <= 160 ? 1 : Math.ceil(length / 153));
        expect(segments("機".repeat(length)).segments).toBe(length <= 70 ? 1 : Math.ceil(length / 67));
      }),
    );
  });

  test("one character outside GSM-7 makes the whole text Unicode", () => {
    expect(segments(`${"x".repeat(70)}機`)).toEqual({ encoding: "UCS-2", segments: 2 });
  });

  test("the euro sign takes two units and stays GSM-7", () => {
    expect(segments("€".repeat(80))).toEqual({ encoding: "GSM-7", segments: 1 });
    expect(segments("€".repeat(81))).toEqual({ encoding: "GSM-7", segments: 2 });
  });

  test("a character of two units is never torn apart", () => {
    expect(segments(`${"機".repeat(66)}😀`.repeat(2)).segments).toBe(3);
  });

  test("an empty text is still one message", () => {
    expect(segments("").segments).toBe(1);
  });
});
