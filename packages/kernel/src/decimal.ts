import { assert } from "./assert.ts";
import { greatPower, isSafe, smallPower } from "./integer.ts";
import { issue } from "./issue.ts";
import { fail, ok, type Result } from "./result.ts";

declare const decimalBrand: unique symbol;

/**
 * An exact decimal: coefficient ÷ 10^scale. Opaque: make one with {@link decimal} or {@link parseDecimal}, read it
 * with {@link formatDecimal}. Each value has one form (least scale, no negative zero, a number while it is a safe
 * integer and a bigint beyond), so equal decimals are deeply equal.
 */
export interface Decimal {
  readonly coefficient: number | bigint;
  readonly scale: number;
  readonly [decimalBrand]: true;
}

const pattern = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const greatestDigits = 100;
const longestText = 400;

/** The decimal of a safe integer and a scale, in its one form. */
export function fromSafe(coefficient: number, scale: number): Decimal {
  let whole = coefficient;
  let places = scale;
  while (places > 0) {
    // Below 2^53 a tenth is a double without a fraction only where the division is exact.
    const tenth = whole / 10;
    if (tenth !== Math.floor(tenth)) break;
    whole = tenth;
    places -= 1;
  }
  return { coefficient: whole + 0, scale: places } as Decimal;
}

/** The decimal of any integer and a scale, in its one form. */
export function fromBigInt(coefficient: bigint, scale: number): Decimal {
  let whole = coefficient;
  let places = scale;
  while (places > 0 && whole % 10n === 0n) {
    whole /= 10n;
    places -= 1;
  }
  const small = Number(whole);
  return isSafe(small) ? fromSafe(small, places) : ({ coefficient: whole, scale: places } as Decimal);
}

/** The coefficient of `value` at a scale not below its own. */
export function coefficientAt(value: Decimal, scale: number): bigint {
  return BigInt(value.coefficient) * greatPower(scale - value.scale);
}

/** The decimal of an integer; asserts that a number is a safe one. */
export function fromInteger(value: number | bigint): Decimal {
  if (typeof value === "bigint") return fromBigInt(value, 0);
  assert(Number.isSafeInteger(value), `A decimal is made of a text or an integer, not of ${value}`);
  return fromSafe(value, 0);
}

/** Nought. */
export const zero: Decimal = fromSafe(0, 0);
/** One. */
export const one: Decimal = fromSafe(1, 0);

function fromDigits(digits: string, scale: number): Decimal {
  if (scale >= 0 && digits.length <= 15) return fromSafe(Number(digits), scale);
  return scale >= 0 ? fromBigInt(BigInt(digits), scale) : fromBigInt(BigInt(digits) * greatPower(-scale), 0);
}

function tooSized(text: string): Result<Decimal> {
  return fail([issue("schema.decimal-size", { found: text, wanted: "decimal-size" })]);
}

/**
 * Reads a decimal: `-?digits[.digits][e±digits]`.
 *
 * Issues: `schema.decimal` where the text is no decimal, `schema.decimal-size` where the value has more than 100
 * digits before or after its point.
 *
 * @example
 * ```ts
 * const price = parseDecimal("0.00850");
 * price.ok && formatDecimal(price.value); // → "0.0085"
 * parseDecimal("1,5").ok; // → false
 * ```
 */
export function parseDecimal(text: string): Result<Decimal> {
  const parts = pattern.exec(text);
  if (parts === null) return fail([issue("schema.decimal", { found: text, wanted: "decimal" })]);
  if (text.length > longestText) return tooSized(text);
  const [, minus = "", whole = "", fraction = "", exponent = "0"] = parts;
  const written = (whole + fraction).replace(/^0+/, "");
  if (written === "") return ok(zero);
  const digits = written.replace(/0+$/, "");
  const scale = fraction.length - Number(exponent) - (written.length - digits.length);
  if (scale > greatestDigits || digits.length - scale > greatestDigits) return tooSized(text);
  return ok(fromDigits(minus + digits, scale));
}

/**
 * The decimal of a literal of the program: a text, or an integer. For anything read, use {@link parseDecimal}.
 *
 * @throws an assertion where the text is no decimal, or the number no safe integer
 * @example
 * ```ts
 * formatDecimal(decimal("1.50")); // → "1.5"
 * formatDecimal(decimal(3)); // → "3"
 * ```
 */
export function decimal(value: string | bigint | number): Decimal {
  if (typeof value !== "string") return fromInteger(value);
  const parsed = parseDecimal(value);
  assert(parsed.ok, `Not a decimal: "${value}"`);
  return parsed.value;
}

/**
 * The decimal in plain digits: no exponent, no negative zero, no trailing zeros but those that `places` asks for.
 * `places` pads and never cuts: round first.
 *
 * @example
 * ```ts
 * formatDecimal(decimal("1.50")); // → "1.5"
 * formatDecimal(decimal("1.5"), { places: 2 }); // → "1.50"
 * formatDecimal(decimal("-1e-7")); // → "-0.0000001"
 * ```
 */
export function formatDecimal(value: Decimal, options: { readonly places?: number } = {}): string {
  const minus = value.coefficient < 0 ? "-" : "";
  const digits = String(value.coefficient)
    .slice(minus.length)
    .padStart(value.scale + 1, "0");
  const point = digits.length - value.scale;
  const fraction = digits.slice(point).padEnd(options.places ?? 0, "0");
  return minus + digits.slice(0, point) + (fraction === "" ? "" : `.${fraction}`);
}

/** A safe coefficient at a scale not below the decimal's own; unsafe (or not a number) where it does not fit. */
export function safeCoefficientAt(value: Decimal, scale: number): number {
  return typeof value.coefficient === "number"
    ? value.coefficient * smallPower(scale - value.scale)
    : Number.POSITIVE_INFINITY;
}
