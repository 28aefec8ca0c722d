import { assert } from "./assert.ts";
import { coefficientAt, type Decimal, fromBigInt, fromSafe, safeCoefficientAt, zero } from "./decimal.ts";
import { type Exact, exactOf, isDecimal, ratioOf } from "./exact.ts";
import { isSafe } from "./integer.ts";
import { isNegative, isZero } from "./sign.ts";

function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  // One of the two stands at its own scale and is safe, so that a safe total has lost nothing.
  const total = safeCoefficientAt(a, scale) + safeCoefficientAt(b, scale);
  return isSafe(total) ? fromSafe(total, scale) : fromBigInt(coefficientAt(a, scale) + coefficientAt(b, scale), scale);
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
