import { type Exact, isDecimal } from "./exact.ts";

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
