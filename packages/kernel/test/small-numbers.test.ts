import { expect, test, vi } from "vitest";
import {
  add,
  compare,
  decimal,
  fromColumn,
  instant,
  multiply,
  multiplyColumns,
  parseDecimal,
  round,
  roundColumn,
  secondsBetween,
  subtract,
  sum,
  sumColumn,
  toColumn,
} from "../src/index.ts";

/** What calls BigInt in `work` fails: literals and what was made before stay. */
function withoutBigInt<T>(work: () => T): T {
  vi.stubGlobal("BigInt", () => {
    throw new Error("A bigint was made");
  });
  try {
    return work();
  } finally {
    vi.unstubAllGlobals();
  }
}

const [price, quantity, whole] = [decimal("0.0085"), decimal("1234.5"), decimal(1_000_000)];

test("decimals of the size of money are read, added, multiplied and compared without a bigint", () => {
  expect(withoutBigInt(() => parseDecimal("-1234567890.1234"))).toMatchObject({ ok: true });
  expect(withoutBigInt(() => parseDecimal("12345"))).toMatchObject({ ok: true });
  expect(withoutBigInt(() => add(price, quantity))).toEqual(decimal("1234.5085"));
  expect(withoutBigInt(() => add(quantity, quantity))).toEqual(decimal(2469));
  expect(withoutBigInt(() => subtract(whole, price))).toEqual(decimal("999999.9915"));
  expect(withoutBigInt(() => multiply(price, quantity))).toEqual(decimal("10.49325"));
  expect(withoutBigInt(() => sum([price, quantity, whole]))).toEqual(decimal("1001234.5085"));
  expect(withoutBigInt(() => compare(price, quantity))).toBe(-1);
});

test("they are rounded without a bigint in every mode", () => {
  expect(withoutBigInt(() => round(price, 2, "half-up"))).toEqual(decimal("0.01"));
  expect(withoutBigInt(() => round(decimal("-2.5"), 0, "half-even"))).toEqual(decimal(-2));
  expect(withoutBigInt(() => round(decimal("-2.5"), 0, "floor"))).toEqual(decimal(-3));
});

test("columns of them are multiplied, rounded and added without a bigint", () => {
  const rounded = withoutBigInt(() => {
    const products = multiplyColumns(toColumn([price, quantity]), toColumn([quantity, whole]));
    return roundColumn(products, 2, "half-up");
  });
  expect(fromColumn(rounded)).toEqual([decimal("10.49"), decimal("1234500000")]);
  expect(withoutBigInt(() => sumColumn(rounded))).toEqual(decimal("1234500010.49"));
});

test("seconds between instants of whole milliseconds are counted without a bigint", () => {
  const [start, end] = [instant("2025-05-01T00:00:00Z"), instant("2025-05-01T00:01:30.250Z")];
  expect(withoutBigInt(() => secondsBetween(start, end))).toEqual(decimal("90.25"));
});

test("a value that no safe integer holds makes one", () => {
  expect(() => withoutBigInt(() => multiply(decimal(94_906_267), decimal(94_906_267)))).toThrow("A bigint was made");
});
