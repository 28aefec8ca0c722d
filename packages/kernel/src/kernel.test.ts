import { expect, test } from "vitest";
import {
  add,
  addSeconds,
  allocate,
  calendar,
  decimal,
  describeIssue,
  divide,
  formatDecimal,
  formatExact,
  formatInstant,
  formatQuantity,
  fraction,
  instant,
  issue,
  money,
  month,
  multiply,
  one,
  parseDecimal,
  parseInstant,
  round,
  unitedSeconds,
} from "./index.ts";

test("a tenth and two tenths are three tenths", () => {
  expect(add(decimal("0.1"), decimal("0.2"))).toEqual(decimal("0.3"));
});

test("products past 2^53 stay exact", () => {
  const product = multiply(decimal("9007199254740993"), decimal("9007199254740993"));
  expect(formatDecimal(product)).toBe("81129638414606699710187514626049");
});

test("a third prints as a fraction and as six digits", () => {
  expect(formatExact(fraction(2, 6))).toBe("1/3");
  expect(formatQuantity(divide(one, decimal(3)))).toBe("0.333333");
  expect(round(decimal("-1.005"), 2, "half-up")).toEqual(decimal("-1.01"));
});

test("parts add up to the last cent", () => {
  expect(allocate(decimal("10"), [one, one, one], 2).map((part) => formatDecimal(part))).toEqual([
    "3.34",
    "3.33",
    "3.33",
  ]);
});

test("instants are exact beyond the millisecond", () => {
  expect(formatInstant(addSeconds(instant("2025-05-01T00:00:00.0001Z"), decimal("0.0009")))).toBe(
    "2025-05-01T00:00:00.001Z",
  );
  expect(parseInstant("2025-02-29T00:00:00Z").ok).toBe(false);
});

test("a day without midnight begins at the end of the gap", () => {
  expect(formatInstant(calendar("America/Sao_Paulo").period(month("2018-11")).start)).toBe("2018-11-01T03:00:00Z");
  const seconds = unitedSeconds([calendar("Europe/London").period(month("2025-03"))]);
  expect(formatExact(seconds)).toBe(String((31 * 24 - 1) * 3600));
});

test("trouble is described in both languages", () => {
  const found = parseDecimal("1,5");
  expect(found.issues.map((each) => describeIssue(each, "en"))).toEqual([
    'Not a decimal: found "1,5", wanted a decimal such as "12.50"',
  ]);
  expect(describeIssue(issue("schema.month", { found: "x", wanted: "month" }), "ja")).toContain("月ではありません");
});

test("money of no currency is an assertion", () => {
  expect(() => money(one, "XXY")).toThrow("Not a currency");
});
