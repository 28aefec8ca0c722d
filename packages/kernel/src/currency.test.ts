import { expect, test } from "vitest";
import table from "../data/iso-4217.json" with { type: "json" };
import { decimal, formatAmount, isCurrency, minorUnits, roundToMinor } from "./index.ts";

test.each([
  ["USD", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["HUF", 2],
  ["ISK", 0],
  ["BHD", 3],
  ["KWD", 3],
  ["MGA", 2],
  ["CLF", 4],
  ["UYW", 4],
])("%s has %i decimals", (currency, places) => expect(minorUnits(currency)).toBe(places));

test.each(["", "usd", "DEM", "HRK", "XAU", "XXX", "toString", "US"])("%j is no active currency", (text) => {
  expect(isCurrency(text)).toBe(false);
  expect(minorUnits(text)).toBeUndefined();
});

test("every code is three capitals in order, with 0, 2, 3 or 4 decimals", () => {
  const codes = Object.keys(table.minorUnits);
  expect(codes).toEqual([...codes].sort());
  expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(new Set(Object.values(table.minorUnits))).toEqual(new Set([0, 2, 3, 4]));
});

test("amounts are padded and never cut", () => {
  expect(formatAmount(decimal("1234.5"), "USD")).toBe("1234.50");
  expect(formatAmount(decimal("0.12345"), "CLF")).toBe("0.12345");
  expect(formatAmount(roundToMinor(decimal("-0.004"), "USD", "half-up"), "USD")).toBe("0.00");
});
