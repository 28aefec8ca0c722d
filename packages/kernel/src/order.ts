import { subtract } from "./arithmetic.ts";
import type { Decimal } from "./decimal.ts";
import { type Exact, isDecimal } from "./exact.ts";
import { sign } from "./sign.ts";

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
