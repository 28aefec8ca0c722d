import fc from "fast-check";
import { expect, test } from "vitest";
import { decimals } from "../test/arbitraries.ts";
import { alike } from "../test/laws.ts";
import {
  columnAt,
  type Decimal,
  decimal,
  formatDecimal,
  fromColumn,
  multiply,
  multiplyColumns,
  type RoundingMode,
  round,
  roundColumn,
  sum,
  sumColumn,
  toColumn,
} from "./index.ts";

const lists = fc.array(decimals, { maxLength: 20 });
const modes = fc.constantFrom<RoundingMode>("half-up", "half-even", "up", "down", "ceiling", "floor");

test("a column gives its decimals back", () => {
  fc.assert(fc.property(lists, (list) => alike(fromColumn(toColumn(list)), list)));
  fc.assert(
    fc.property(lists, (list) => {
      const column = toColumn(list);
      expect(columnAt(column, list.length)).toBeUndefined();
      expect(list.map((_, index) => columnAt(column, index))).toEqual(list);
    }),
  );
});

test("a column is multiplied, rounded and summed as its decimals are one by one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(decimals, decimals), { maxLength: 12 }),
      fc.integer({ min: 0, max: 6 }),
      modes,
      (pairs, places, mode) => {
        const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const products = multiplyColumns(toColumn(left), toColumn(right));
        const rounded = roundColumn(products, places, mode);
        const wanted = pairs.map(([a, b]) => round(multiply(a, b), places, mode));
        expect(fromColumn(rounded)).toEqual(wanted);
        expect(sumColumn(rounded)).toEqual(sum(wanted));
        expect(sumColumn(products)).toEqual(sum(pairs.map(([a, b]) => multiply(a, b))));
      },
    ),
  );
});

test("values of the size of money are rounded and summed as they are one by one, above zero and below", () => {
  const amounts = fc.array(
    fc
      .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 0, max: 4 }))
      .map(([coefficient, scale]) => decimal(`${coefficient}e-${scale}`)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 3 }), modes, (list, places, mode) => {
      const rounded = roundColumn(toColumn(list), places, mode);
      expect(rounded.safe).toBeDefined();
      expect(fromColumn(rounded)).toEqual(list.map((value) => round(value, places, mode)));
      expect(sumColumn(rounded)).toEqual(sum(list.map((value) => round(value, places, mode))));
    }),
  );
});

test("small values stay in a typed array, and spill where one does not fit", () => {
  const small = toColumn([decimal("1.25"), decimal(-3)]);
  expect(small).toMatchObject({ scale: 2, safe: Float64Array.of(125, -300) });
  expect(toColumn([decimal("0.01"), decimal("90071992547409.92")])).toMatchObject({ great: [1n, 9007199254740992n] });
  expect(multiplyColumns(toColumn([decimal(94_906_267)]), toColumn([decimal(94_906_267)])).great).toEqual([
    9007199515875289n,
  ]);
});

test("a column far finer than its places is rounded too, and a zero in it stays zero", () => {
  const column = toColumn([decimal(0), decimal("1e-20"), decimal("-1e-20")]);
  const texts = (mode: RoundingMode) => fromColumn(roundColumn(column, 2, mode)).map((value) => formatDecimal(value));
  expect(texts("up")).toEqual(["0", "0.01", "-0.01"]);
  expect(texts("half-up")).toEqual(["0", "0", "0"]);
  expect(texts("floor")).toEqual(["0", "0", "-0.01"]);
});

test("a sum that passes 2^53 and comes back is exact", () => {
  const edge = decimal(Number.MAX_SAFE_INTEGER);
  const list: readonly Decimal[] = [edge, edge, edge, decimal(2), decimal(-1)];
  expect(sumColumn(toColumn(list))).toEqual(sum(list));
});

test("an empty column sums to zero, and columns of two lengths do not multiply", () => {
  expect(sumColumn(toColumn([]))).toEqual(decimal(0));
  expect(() => multiplyColumns(toColumn([decimal(1)]), toColumn([]))).toThrow("one length");
  expect(() => multiplyColumns(toColumn([]), toColumn([decimal(1)]))).toThrow("one length");
});
