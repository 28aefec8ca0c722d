import { expect, test } from "vitest";
import { exacts } from "../test/arbitraries.ts";
import { roundTrips } from "../test/laws.ts";
import { decimal, type Exact, formatExact, fraction, isDecimal, one, parseExact, zero } from "./index.ts";

function read(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test("what is written reads as the same value", () => roundTrips(exacts, formatExact, read));

test("a fraction is reduced, its denominator positive", () => {
  expect(formatExact(fraction(6, -9))).toBe("-2/3");
  expect(fraction(2, 6)).toEqual(fraction(-1n, -3n));
  expect(fraction(0, -5)).toEqual(zero);
});

test("a fraction that ends is a decimal", () => {
  expect(fraction(7, 7)).toEqual(one);
  expect(fraction(1, 80)).toEqual(decimal("0.0125"));
  expect(isDecimal(fraction(3, 75))).toBe(true);
  expect(isDecimal(fraction(1, 12))).toBe(false);
});

test.each(["1/0", "1/-3", "/3", "1/", "1/3/5", "0.5/2", "a/b", `1/${"3".repeat(101)}`])(
  "%s is no exact value",
  (text) => {
    expect(parseExact(text).issues).toMatchObject([{ code: "schema.decimal", found: text, wanted: "exact" }]);
  },
);

test("a fraction of nothing is an assertion", () => {
  expect(() => fraction(1, 0)).toThrow("not zero");
  expect(() => fraction(0.5, 1)).toThrow("an integer");
});
