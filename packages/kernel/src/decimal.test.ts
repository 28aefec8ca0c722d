import { Decimal as Other } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decimals, decimalTexts } from "../test/arbitraries.ts";
import { roundTrips } from "../test/laws.ts";
import { decimal, formatDecimal, one, parseDecimal, type Result, zero } from "./index.ts";

const Wide = Other.clone({ precision: 300 });

function codes(result: Result<unknown>): readonly string[] {
  return result.issues.map((each) => each.code);
}

test("what is written reads as the same value", () => roundTrips(decimals, formatDecimal, decimal));

test("decimal.js writes the same digits", () => {
  fc.assert(
    fc.property(decimalTexts, (text) => {
      expect(formatDecimal(decimal(text))).toBe(new Wide(text).toFixed().replace(/^-0$/, "0"));
    }),
  );
});

test("one value has one form, however it was written", () => {
  expect(decimal("1.500")).toEqual(decimal("15e-1"));
  expect(decimal("-0.00")).toEqual(zero);
  expect(Object.is(decimal("-0").coefficient, 0)).toBe(true);
  expect(decimal("00001")).toEqual(one);
  expect(decimal("1e2")).toEqual(decimal(100));
  expect(decimal("9007199254740991.0")).toEqual(decimal(Number.MAX_SAFE_INTEGER));
  expect(decimal("-9007199254740991.0")).toEqual(decimal(Number.MIN_SAFE_INTEGER));
  expect(decimal(9007199254740993n)).toEqual(decimal("9007199254740993"));
});

test.each([
  "",
  " 1",
  "1 ",
  "+1",
  ".5",
  "1.",
  "1,5",
  "1_000",
  "0x10",
  "1e",
  "1e1.5",
  "NaN",
  "Infinity",
  "--1",
  "１",
  "1\n",
])("%j is no decimal", (text) => {
  expect(codes(parseDecimal(text))).toEqual(["schema.decimal"]);
  expect(parseDecimal(text).issues[0]).toMatchObject({ found: text, wanted: "decimal", severity: "error" });
});

test.each([
  `1${"0".repeat(100)}`,
  `0.${"0".repeat(100)}1`,
  "1e100",
  "1e-101",
  "1e999999999999999999",
  "-1e-99999",
  "9".repeat(5000),
])("%s has too many digits", (text) => {
  expect(parseDecimal(text).issues).toMatchObject([
    { code: "schema.decimal-size", found: text, wanted: "decimal-size" },
  ]);
});

test("a hundred digits on either side still fit", () => {
  const text = `${"9".repeat(100)}.${"9".repeat(100)}`;
  expect(formatDecimal(decimal(text))).toBe(text);
  expect(formatDecimal(decimal("1e99"))).toBe(`1${"0".repeat(99)}`);
  expect(formatDecimal(decimal("1e-100"))).toBe(`0.${"0".repeat(99)}1`);
  expect(parseDecimal("0e99999").ok).toBe(true);
});

test("a text of four hundred characters is read, a longer one is not, whatever its value", () => {
  expect(decimal(`${"0".repeat(399)}1`)).toEqual(one);
  expect(codes(parseDecimal(`${"0".repeat(400)}1`))).toEqual(["schema.decimal-size"]);
});

test("a megabyte of zeros and a one is refused at once", () => {
  expect(codes(parseDecimal(`1${"0".repeat(1_000_000)}1`))).toEqual(["schema.decimal-size"]);
});

test("places pad and never cut", () => {
  expect(formatDecimal(decimal("1.5"), { places: 2 })).toBe("1.50");
  expect(formatDecimal(decimal(-3), { places: 2 })).toBe("-3.00");
  expect(formatDecimal(decimal("1.2345"), { places: 2 })).toBe("1.2345");
  expect(formatDecimal(zero, { places: 0 })).toBe("0");
});

test("a number that is no safe integer is no decimal of ours", () => {
  expect(() => decimal(0.5)).toThrow("not of 0.5");
  expect(() => decimal(2 ** 53)).toThrow(expect.objectContaining({ name: "AssertionError" }));
  expect(() => decimal("abc")).toThrow('Not a decimal: "abc"');
});
