import { assert } from "./assert.ts";
import { coefficientAt, type Decimal, fromBigInt, fromSafe, safeCoefficientAt, zero } from "./decimal.ts";
import { type Exact, exactOf, isDecimal, ratioOf } from "./exact.ts";
import { isSafe } from "./integer.ts";

function addAligned(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const left = safeCoefficientAt(a, scale);
  const right = safeCoefficientAt(b, scale);
  const total = left + right;
  return isSafe(left) && isSafe(right) && isSafe(total)
    ? fromSafe(total, scale)
    : fromBigInt(coefficientAt(a, scale) + coefficientAt(b, scale), scale);
}

function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale && typeof a.coefficient === "number" && typeof b.coefficient === "number") {
    const total = a.coefficient + b.coefficient;
    if (isSafe(total)) return fromSafe(total, a.scale);
  }
  return addAligned(a, b);
}

function addExacts(a: Exact, b: Exact): Exact {
  const left = ratioOf(a);
  const right = ratioOf(b);
  return exactOf(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + b.scale;
  if (typeof a.coefficient === "number" && typeof b.coefficient === "number") {
    const product = a.coefficient * b.coefficient;
    if (isSafe(product)) return fromSafe(product, scale);
  }
  return fromBigInt(BigInt(a.coefficient) * BigInt(b.coefficient), scale);
}

function multiplyExacts(a: Exact, b: Exact): Exact {
  const left = ratioOf(a);
  const right = ratioOf(b);
  return exactOf(left.numerator * right.numerator, left.denominator * right.denominator);
}

/**
 * a + b, exactly.
 *
 * @example
 * ```ts
 * formatDecimal(add(decimal("0.1"), decimal("0.2"))); // → "0.3"
 * ```
 */
export function add(a: Decimal, b: Decimal): Decimal;
export function add(a: Exact, b: Exact): Exact;
export function add(a: Exact, b: Exact): Exact {
  return isDecimal(a) && isDecimal(b) ? addDecimals(a, b) : addExacts(a, b);
}

/**
 * −x, exactly; there is no negative zero.
 *
 * @example
 * ```ts
 * formatDecimal(negate(decimal("1.5"))); // → "-1.5"
 * ```
 */
export function negate(x: Decimal): Decimal;
export function negate(x: Exact): Exact;
export function negate(x: Exact): Exact {
  if (!isDecimal(x)) return exactOf(-x.numerator, x.denominator);
  return typeof x.coefficient === "number" ? fromSafe(-x.coefficient, x.scale) : fromBigInt(-x.coefficient, x.scale);
}

/**
 * a − b, exactly.
 *
 * @example
 * ```ts
 * formatDecimal(subtract(decimal("0.3"), decimal("0.1"))); // → "0.2"
 * ```
 */
export function subtract(a: Decimal, b: Decimal): Decimal;
export function subtract(a: Exact, b: Exact): Exact;
export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

/**
 * a × b, exactly.
 *
 * @example
 * ```ts
 * formatDecimal(multiply(decimal("1000"), decimal("0.0085"))); // → "8.5"
 * ```
 */
export function multiply(a: Decimal, b: Decimal): Decimal;
export function multiply(a: Exact, b: Exact): Exact;
export function multiply(a: Exact, b: Exact): Exact {
  return isDecimal(a) && isDecimal(b) ? multiplyDecimals(a, b) : multiplyExacts(a, b);
}

/**
 * a ÷ b, exactly: a decimal where it ends, else a fraction.
 *
 * @throws an assertion where b is zero
 * @example
 * ```ts
 * formatExact(divide(decimal(1800), decimal(3600))); // → "0.5"
 * formatExact(divide(decimal(1200), decimal(3600))); // → "1/3"
 * ```
 */
export function divide(a: Exact, b: Exact): Exact {
  assert(!isZero(b), "Nothing is divided by zero");
  const left = ratioOf(a);
  const right = ratioOf(b);
  return exactOf(left.numerator * right.denominator, left.denominator * right.numerator);
}

function leading(x: Exact): number | bigint {
  return isDecimal(x) ? x.coefficient : x.numerator;
}

/**
 * −1, 0 or 1, as x is below, at or above zero.
 *
 * @example
 * ```ts
 * sign(decimal("-0.5")); // → -1
 * ```
 */
export function sign(x: Exact): -1 | 0 | 1 {
  const part = leading(x);
  if (part < 0) return -1;
  return part > 0 ? 1 : 0;
}

/**
 * True for zero alone.
 *
 * @example
 * ```ts
 * isZero(decimal("0.00")); // → true
 * ```
 */
export function isZero(x: Exact): boolean {
  return sign(x) === 0;
}

/**
 * True below zero.
 *
 * @example
 * ```ts
 * isNegative(decimal("-0.01")); // → true
 * ```
 */
export function isNegative(x: Exact): boolean {
  return sign(x) < 0;
}

/**
 * True above zero.
 *
 * @example
 * ```ts
 * isPositive(zero); // → false
 * ```
 */
export function isPositive(x: Exact): boolean {
  return sign(x) > 0;
}

/**
 * x without its sign.
 *
 * @example
 * ```ts
 * formatDecimal(absolute(decimal("-2"))); // → "2"
 * ```
 */
export function absolute(x: Decimal): Decimal;
export function absolute(x: Exact): Exact;
export function absolute(x: Exact): Exact {
  return isNegative(x) ? negate(x) : x;
}

/**
 * −1, 0 or 1, as a is below, equal to or above b.
 *
 * @example
 * ```ts
 * compare(decimal("1.50"), decimal("1.5")); // → 0
 * compare(fraction(1, 3), decimal("0.3")); // → 1
 * ```
 */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (isDecimal(a) && isDecimal(b) && a.scale === b.scale) {
    if (a.coefficient < b.coefficient) return -1;
    return a.coefficient > b.coefficient ? 1 : 0;
  }
  return sign(subtract(a, b));
}

/**
 * True where a and b are the same value.
 *
 * @example
 * ```ts
 * equals(decimal("1.0"), one); // → true
 * ```
 */
export function equals(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0;
}

/**
 * The smaller of two values.
 *
 * @example
 * ```ts
 * formatDecimal(min(decimal(2), decimal(3))); // → "2"
 * ```
 */
export function min(a: Decimal, b: Decimal): Decimal;
export function min(a: Exact, b: Exact): Exact;
export function min(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

/**
 * The greater of two values.
 *
 * @example
 * ```ts
 * formatDecimal(max(zero, decimal(-3))); // → "0"
 * ```
 */
export function max(a: Decimal, b: Decimal): Decimal;
export function max(a: Exact, b: Exact): Exact;
export function max(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/**
 * The exact total of any number of values; zero for none.
 *
 * @example
 * ```ts
 * formatExact(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)])); // → "1"
 * ```
 */
export function sum(values: Iterable<Decimal>): Decimal;
export function sum(values: Iterable<Exact>): Exact;
export function sum(values: Iterable<Exact>): Exact {
  let decimals: Decimal = zero;
  let fractions: Exact = zero;
  for (const value of values) {
    if (isDecimal(value)) decimals = addDecimals(decimals, value);
    else fractions = add(fractions, value);
  }
  return add(decimals, fractions);
}

/**
 * The bigint of a whole value.
 *
 * @throws an assertion where x is not whole
 * @example
 * ```ts
 * toInteger(decimal("42.0")); // → 42n
 * ```
 */
export function toInteger(x: Exact): bigint {
  assert(isDecimal(x) && x.scale === 0, "A whole number was promised");
  return BigInt(x.coefficient);
}
