import { assert } from "./assert.ts";
import { type Decimal, formatDecimal, fromBigInt, fromInteger, parseDecimal } from "./decimal.ts";
import { greatestCommonDivisor, greatPower } from "./integer.ts";
import { issue } from "./issue.ts";
import { fail, ok, type Result } from "./result.ts";

declare const fractionBrand: unique symbol;

/** A reduced fraction that does not end as a decimal, such as a third; its denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly [fractionBrand]: true;
}

/** Any exact value. One that ends as a decimal is always a {@link Decimal}, so equal values are deeply equal. */
export type Exact = Decimal | Fraction;

/**
 * True where the value ends as a decimal.
 *
 * @example
 * ```ts
 * isDecimal(fraction(1, 4)); // → true
 * isDecimal(fraction(1, 3)); // → false
 * ```
 */
export function isDecimal(value: Exact): value is Decimal {
  return "scale" in value;
}

/** An exact value as numerator ÷ denominator, the denominator positive; reduced only where it is a Fraction. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Any exact value as a ratio of integers. */
export function ratioOf(value: Exact): Ratio {
  return isDecimal(value)
    ? { numerator: BigInt(value.coefficient), denominator: greatPower(value.scale) }
    : { numerator: value.numerator, denominator: value.denominator };
}

function powerIn(value: bigint, prime: bigint): number {
  let count = 0;
  for (let rest = value; rest % prime === 0n; rest /= prime) count += 1;
  return count;
}

/** The exact value of a ratio in its one form; the denominator is not zero. */
export function exactOf(numerator: bigint, denominator: bigint): Exact {
  const common = greatestCommonDivisor(numerator, denominator);
  const divisor = denominator < 0n ? -common : common;
  const above = numerator / divisor;
  const below = denominator / divisor;
  const twos = powerIn(below, 2n);
  const fives = powerIn(below, 5n);
  if (2n ** BigInt(twos) * 5n ** BigInt(fives) !== below) return { numerator: above, denominator: below } as Fraction;
  const scale = Math.max(twos, fives);
  return fromBigInt((above * greatPower(scale)) / below, scale);
}

/**
 * numerator ÷ denominator, reduced; a Decimal where that ends.
 *
 * @throws an assertion where the denominator is zero, or a number is no safe integer
 * @example
 * ```ts
 * formatExact(fraction(2, 6)); // → "1/3"
 * formatExact(fraction(1, -4)); // → "-0.25"
 * ```
 */
export function fraction(numerator: bigint | number, denominator: bigint | number): Exact {
  const below = BigInt(fromInteger(denominator).coefficient);
  assert(below !== 0n, "A fraction's denominator is not zero");
  return exactOf(BigInt(fromInteger(numerator).coefficient), below);
}

const fractionPattern = /^(-?\d{1,100})\/(\d{1,100})$/;

/**
 * Reads a decimal, or a fraction "n/d". The issues are those of {@link parseDecimal}.
 *
 * @example
 * ```ts
 * const third = parseExact("2/6");
 * third.ok && formatExact(third.value); // → "1/3"
 * parseExact("1/0").ok; // → false
 * ```
 */
export function parseExact(text: string): Result<Exact> {
  if (!text.includes("/")) return parseDecimal(text);
  const parts = fractionPattern.exec(text);
  const denominator = BigInt(parts?.[2] ?? 0);
  if (denominator === 0n) return fail([issue("schema.decimal", { found: text, wanted: "exact" })]);
  return ok(exactOf(BigInt(parts?.[1] ?? 0), denominator));
}

/**
 * A decimal in plain digits, else "numerator/denominator".
 *
 * @example
 * ```ts
 * formatExact(fraction(1, 2)); // → "0.5"
 * formatExact(fraction(-1, 3)); // → "-1/3"
 * ```
 */
export function formatExact(value: Exact): string {
  return isDecimal(value) ? formatDecimal(value) : `${value.numerator}/${value.denominator}`;
}
