import fc from "fast-check";
import { expect, test } from "vitest";
import { decimals, exacts } from "../test/arbitraries.ts";
import { alike } from "../test/laws.ts";
import {
  absolute,
  allocate,
  compare,
  decimal,
  divide,
  formatDecimal,
  fraction,
  isZero,
  multiply,
  negate,
  one,
  round,
  subtract,
  sum,
  zero,
} from "./index.ts";

const weights = fc.array(
  exacts.map((value) => (compare(value, zero) < 0 ? negate(value) : value)),
  { minLength: 1, maxLength: 8 },
);
const totals = decimals.map((value) => round(value, 2, "down"));
const given = weights.filter((list) => list.some((weight) => !isZero(weight)));

test("no unit is lost or made", () => {
  fc.assert(fc.property(totals, given, (total, list) => alike(sum(allocate(total, list, 2)), total)));
});

test("each part is within one unit of its exact share", () => {
  fc.assert(
    fc.property(totals, given, (total, list) => {
      for (const [at, part] of allocate(total, list, 2).entries()) {
        const share = divide(multiply(total, list[at] ?? zero), sum(list));
        expect(compare(absolute(subtract(part, share)), decimal("0.01"))).toBe(-1);
      }
    }),
  );
});

test("weight zero gets nothing, and scaled weights get the same", () => {
  fc.assert(
    fc.property(totals, given, (total, list) => {
      expect(allocate(total, [...list, zero], 2).at(-1)).toEqual(zero);
      expect(
        allocate(
          total,
          list.map((weight) => multiply(weight, fraction(7, 3))),
          2,
        ),
      ).toEqual(allocate(total, list, 2));
    }),
  );
});

test("the largest remainders come first, ties by position", () => {
  const parts = (total: string, list: readonly number[]) =>
    allocate(
      decimal(total),
      list.map((weight) => decimal(weight)),
      2,
    ).map((part) => formatDecimal(part, { places: 2 }));
  expect(parts("0.05", [3, 7])).toEqual(["0.02", "0.03"]);
  expect(parts("0.02", [1, 1, 1])).toEqual(["0.01", "0.01", "0.00"]);
  expect(parts("-10.00", [1, 1, 1])).toEqual(["-3.34", "-3.33", "-3.33"]);
  expect(parts("0.10", [1, 5, 2])).toEqual(["0.01", "0.06", "0.03"]);
});

test("what cannot be split is an assertion", () => {
  expect(() => allocate(one, [], 2)).toThrow("Weights");
  expect(() => allocate(one, [zero], 2)).toThrow("Weights");
  expect(() => allocate(one, [one, decimal(-1)], 2)).toThrow("Weights");
  expect(() => allocate(decimal("0.001"), [one], 2)).toThrow("units");
});
