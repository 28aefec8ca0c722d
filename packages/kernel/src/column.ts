import { assert } from "./assert.ts";
import { coefficientAt, type Decimal, fromBigInt, fromSafe, safeCoefficientAt } from "./decimal.ts";
import { greatPower, isSafe, smallPower } from "./integer.ts";
import { cutSafe, divideIntegers, type RoundingMode } from "./rounding.ts";

/**
 * Many decimals at one scale: safe integers in a typed array, or bigints where one of them does not fit. For work on
 * hundreds of thousands of values at a time.
 */
export type Column =
  | { readonly scale: number; readonly safe: Float64Array; readonly great?: undefined }
  | { readonly scale: number; readonly safe?: undefined; readonly great: readonly bigint[] };

function lengthOf(column: Column): number {
  return (column.safe ?? column.great).length;
}

/** The same column as bigints. */
function greatOf(column: Column): readonly bigint[] {
  return column.great ?? Array.from(column.safe, (value) => BigInt(value));
}

/**
 * Decimals as a column, at the greatest scale among them.
 *
 * @example
 * ```ts
 * fromColumn(toColumn([decimal("1.5"), decimal(2)])).map((value) => formatDecimal(value)); // → ["1.5", "2"]
 * ```
 */
export function toColumn(values: readonly Decimal[]): Column {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  const safe = new Float64Array(values.length);
  for (const [index, value] of values.entries()) {
    const coefficient = safeCoefficientAt(value, scale);
    if (!isSafe(coefficient)) return { scale, great: values.map((each) => coefficientAt(each, scale)) };
    safe[index] = coefficient;
  }
  return { scale, safe };
}

/**
 * The decimals of a column.
 *
 * @example
 * ```ts
 * fromColumn(toColumn([one])).length; // → 1
 * ```
 */
export function fromColumn(column: Column): readonly Decimal[] {
  if (column.great !== undefined) return column.great.map((value) => fromBigInt(value, column.scale));
  return Array.from(column.safe, (value) => fromSafe(value, column.scale));
}

/**
 * One decimal of a column; undefined beyond its end.
 *
 * @example
 * ```ts
 * columnAt(toColumn([decimal("1.5"), one]), 0); // → decimal("1.5")
 * ```
 */
export function columnAt(column: Column, index: number): Decimal | undefined {
  if (column.great === undefined) {
    const coefficient = column.safe[index];
    return coefficient === undefined ? undefined : fromSafe(coefficient, column.scale);
  }
  const coefficient = column.great[index];
  return coefficient === undefined ? undefined : fromBigInt(coefficient, column.scale);
}

function multiplySafe(a: Float64Array, b: Float64Array): Float64Array | undefined {
  const products = new Float64Array(a.length);
  for (let index = 0; index < a.length; index += 1) {
    const product = (a[index] as number) * (b[index] as number);
    if (!isSafe(product)) return undefined;
    products[index] = product;
  }
  return products;
}

/**
 * The products of two columns, row by row, exactly.
 *
 * @throws an assertion where the lengths differ
 * @example
 * ```ts
 * const quantities = toColumn([decimal(3), decimal("0.5")]);
 * const prices = toColumn([decimal("0.0085"), decimal("0.02")]);
 * fromColumn(multiplyColumns(quantities, prices)).map((value) => formatDecimal(value)); // → ["0.0255", "0.01"]
 * ```
 */
export function multiplyColumns(a: Column, b: Column): Column {
  assert(lengthOf(a) === lengthOf(b), "Columns have one length");
  const scale = a.scale + b.scale;
  const safe = a.safe && b.safe && multiplySafe(a.safe, b.safe);
  if (safe) return { scale, safe };
  const right = greatOf(b);
  const great = greatOf(a).map((value, index) => value * (right[index] as bigint));
  return { scale, great };
}

/** Half-up, as every amount is rounded; a loop of its own, because it is the one that runs. */
function cutAllHalfUp(values: Float64Array, power: number): Float64Array {
  const rounded = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const magnitude = Math.abs(value);
    const steps = Math.floor(magnitude / power);
    const nearest = (magnitude - steps * power) * 2 >= power ? steps + 1 : steps;
    rounded[index] = value < 0 ? -nearest : nearest;
  }
  return rounded;
}

function cutAll(values: Float64Array, power: number, mode: RoundingMode): Float64Array {
  return mode === "half-up" ? cutAllHalfUp(values, power) : values.map((value) => cutSafe(value, power, mode));
}

/**
 * Each value of a column at no more than `places` decimals.
 *
 * @example
 * ```ts
 * const cents = roundColumn(toColumn([decimal("0.0255"), decimal("0.005")]), 2, "half-up");
 * fromColumn(cents).map((value) => formatDecimal(value)); // → ["0.03", "0.01"]
 * ```
 */
export function roundColumn(column: Column, places: number, mode: RoundingMode): Column {
  if (column.scale <= places) return column;
  const power = smallPower(column.scale - places);
  if (column.safe !== undefined && isSafe(power)) return { scale: places, safe: cutAll(column.safe, power, mode) };
  const divisor = greatPower(column.scale - places);
  return { scale: places, great: greatOf(column).map((value) => divideIntegers(value, divisor, mode)) };
}

/**
 * The exact total of a column; zero for none.
 *
 * @example
 * ```ts
 * formatDecimal(sumColumn(toColumn([decimal("0.1"), decimal("0.2")]))); // → "0.3"
 * ```
 */
export function sumColumn(column: Column): Decimal {
  if (column.great !== undefined)
    return fromBigInt(
      column.great.reduce((total, value) => total + value, 0n),
      column.scale,
    );
  const { safe } = column;
  let total = 0;
  let spilled = 0n;
  for (let index = 0; index < safe.length; index += 1) {
    const next = total + (safe[index] as number);
    if (isSafe(next)) total = next;
    else {
      spilled += BigInt(total);
      total = safe[index] as number;
    }
  }
  return spilled === 0n ? fromSafe(total, column.scale) : fromBigInt(spilled + BigInt(total), column.scale);
}
