import { Decimal as Other } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimals, decimalTexts, exacts, nonZeroDecimals, nonZeroExacts } from "../test/arbitraries.ts";
import { alike, associates, commutes, distributes, hasNeutral, orders, undoes } from "../test/laws.ts";
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  equals,
  formatDecimal,
  formatExact,
  fraction,
  isDecimal,
  isNegative,
  isPositive,
  isZero,
  max,
  min,
  multiply,
  negate,
  one,
  sign,
  subtract,
  sum,
  toInteger,
  zero,
} from "./index.ts";

const Wide = Other.clone({ precision: 300, toExpNeg: -500, toExpPos: 500 });

describe.each([
  ["decimals", decimals],
  ["exact values", exacts],
] as const)("over %s", (_, values) => {
  test("addition commutes, associates and has zero", () => {
    commutes(values, add);
    associates(values, add);
    hasNeutral(values, zero, add);
  });

  test("multiplication commutes, associates, has one and distributes over addition", () => {
    commutes(values, multiply);
    associates(values, multiply);
    hasNeutral(values, one, multiply);
    distributes(values, add, multiply);
  });

  test("subtraction undoes addition", () => undoes(values, add, subtract));

  test("comparison is an order that equality and sign agree with", () => {
    orders(values, compare);
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
        expect(equals(a, b)).toBe(formatExact(a) === formatExact(b));
        expect([min(a, b), max(a, b)]).toEqual(compare(a, b) <= 0 ? [a, b] : [b, a]);
      }),
    );
  });

  test("a value and its negation add up to zero, and share their magnitude", () => {
    fc.assert(
      fc.property(values, (a) => {
        expect(add(a, negate(a))).toEqual(zero);
        expect(absolute(negate(a))).toEqual(absolute(a));
        expect(isNegative(absolute(a))).toBe(false);
        expect([isNegative(a), isZero(a), isPositive(a)].filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test("a sum is its additions, in any order", () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (list) => {
        expect(sum(list)).toEqual(list.reduce(add, zero));
        expect(sum([...list].reverse())).toEqual(sum(list));
      }),
    );
  });
});

test("division undoes multiplication", () => {
  fc.assert(fc.property(exacts, nonZeroExacts, (a, b) => alike(divide(multiply(a, b), b), a)));
});

test("a quotient is a decimal exactly where it ends", () => {
  expect(divide(decimal(1), decimal("0.00032"))).toEqual(decimal(3125));
  expect(divide(one, decimal(3))).toEqual(fraction(1, 3));
  fc.assert(
    fc.property(decimals, nonZeroDecimals, (a, b) => {
      const quotient = divide(a, b);
      const ends = new Wide(formatDecimal(a)).div(formatDecimal(b)).precision() < 280;
      expect(multiply(quotient, b)).toEqual(a);
      expect(isDecimal(quotient)).toBe(ends);
    }),
  );
});

test("decimal.js gives the same sums, differences, products and orders", () => {
  fc.assert(
    fc.property(decimalTexts, decimalTexts, (a, b) => {
      const [x, y] = [new Wide(a), new Wide(b)];
      const [ours, others] = [decimal(a), decimal(b)];
      expect(formatDecimal(add(ours, others))).toBe(x.plus(y).toFixed());
      expect(formatDecimal(subtract(ours, others))).toBe(x.minus(y).toFixed().replace(/^-0$/, "0"));
      expect(formatDecimal(multiply(ours, others))).toBe(x.times(y).toFixed().replace(/^-0$/, "0"));
      expect(compare(ours, others)).toBe(x.cmp(y));
    }),
    { numRuns: 1000 },
  );
});

test("sums that cancel beyond 2^53 lose nothing", () => {
  const great = decimal("90071992547409930.1");
  expect(add(add(great, decimal("0.01")), negate(great))).toEqual(decimal("0.01"));
  expect(subtract(decimal("9007199254740993"), decimal("9007199254740992"))).toEqual(one);
});

test("nothing is divided by zero", () => {
  expect(() => divide(one, zero)).toThrow(expect.objectContaining({ name: "AssertionError" }));
});

test("only a whole value becomes an integer", () => {
  expect(toInteger(decimal("12345678901234567890"))).toBe(12_345_678_901_234_567_890n);
  expect(() => toInteger(decimal("0.5"))).toThrow("whole number");
  expect(() => toInteger(fraction(1, 3))).toThrow("whole number");
});
