import { divide } from "./arithmetic.ts";
import { assert, unreachable } from "./assert.ts";
import { type Decimal, formatDecimal, fromBigInt, fromSafe } from "./decimal.ts";
import { type Exact, isDecimal, ratioOf } from "./exact.ts";
import { greatPower, isSafe, smallPower } from "./integer.ts";

/**
 * Where a value between two steps goes. `half-up` takes the nearer and a half away from zero, `half-even` a half to the
 * even step; `up` is away from zero, `down` towards it; `ceiling` towards +∞, `floor` towards −∞.
 */
export type RoundingMode = "half-up" | "half-even" | "up" | "down" | "ceiling" | "floor";

interface Remainder {
  readonly negative: boolean;
  /** Below zero, zero or above, as what is cut off is less than, equal to or more than a half. */
  readonly half: number;
  readonly odd: boolean;
}

/** Whether the magnitude of a value with something left over goes up by one step. */
function goesAway(mode: RoundingMode, { negative, half, odd }: Remainder): boolean {
  switch (mode) {
    case "half-up":
      return half >= 0;
    case "half-even":
      return half > 0 || (half === 0 && odd);
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
    default:
      return unreachable(mode);
  }
}

/** A safe coefficient without its last digits, where `power` is 10 to their number. */
export function cutSafe(coefficient: number, power: number, mode: RoundingMode): number {
  const magnitude = Math.abs(coefficient);
  // Exact below 2^53: the quotient is never so near to the next integer that it rounds to it.
  const steps = Math.floor(magnitude / power);
  const rest = magnitude - steps * power;
  if (rest === 0) return coefficient / power;
  const half = rest * 2 - power;
  const away = goesAway(mode, { negative: coefficient < 0, half, odd: steps % 2 === 1 });
  const rounded = away ? steps + 1 : steps;
  return coefficient < 0 ? -rounded : rounded;
}

/** numerator ÷ denominator as an integer; the denominator is positive. */
export function divideIntegers(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const steps = magnitude / denominator;
  const rest = magnitude - steps * denominator;
  if (rest === 0n) return negative ? -steps : steps;
  const double = rest * 2n;
  const half = double < denominator ? -1 : Number(double > denominator);
  const rounded = goesAway(mode, { negative, half, odd: steps % 2n === 1n }) ? steps + 1n : steps;
  return negative ? -rounded : rounded;
}

/**
 * x at no more than `places` decimals.
 *
 * @throws an assertion where `places` is no whole number from 0
 * @example
 * ```ts
 * formatDecimal(round(decimal("-1.005"), 2, "half-up")); // → "-1.01"
 * formatDecimal(round(decimal("2.5"), 0, "half-even")); // → "2"
 * formatDecimal(round(fraction(1, 3), 4, "up")); // → "0.3334"
 * ```
 */
export function round(x: Exact, places: number, mode: RoundingMode): Decimal {
  assert(Number.isInteger(places) && places >= 0, "Places are a whole number from 0");
  if (isDecimal(x)) {
    if (x.scale <= places) return x;
    const power = smallPower(x.scale - places);
    if (typeof x.coefficient === "number" && isSafe(power))
      return fromSafe(cutSafe(x.coefficient, power, mode), places);
  }
  const { numerator, denominator } = ratioOf(x);
  return fromBigInt(divideIntegers(numerator * greatPower(places), denominator, mode), places);
}

/**
 * a ÷ b, rounded once.
 *
 * @throws an assertion where b is zero
 * @example
 * ```ts
 * formatDecimal(divideRounded(decimal(2), decimal(3), 2, "half-up")); // → "0.67"
 * ```
 */
export function divideRounded(a: Exact, b: Exact, places: number, mode: RoundingMode): Decimal {
  return round(divide(a, b), places, mode);
}

/**
 * The least whole number not below x.
 *
 * @example
 * ```ts
 * formatDecimal(ceiling(divide(decimal(61), decimal(60)))); // → "2"
 * ```
 */
export function ceiling(x: Exact): Decimal {
  return round(x, 0, "ceiling");
}

/**
 * The greatest whole number not above x.
 *
 * @example
 * ```ts
 * formatDecimal(floor(decimal("-0.5"))); // → "-1"
 * ```
 */
export function floor(x: Exact): Decimal {
  return round(x, 0, "floor");
}

const quantityPlaces = 6;

/**
 * A quantity as documents print it: exactly where it ends within 6 decimals, else half-up to 6 (formats.md 4).
 *
 * @example
 * ```ts
 * formatQuantity(fraction(2, 3)); // → "0.666667"
 * formatQuantity(decimal("1234.50")); // → "1234.5"
 * ```
 */
export function formatQuantity(value: Exact): string {
  return formatDecimal(round(value, quantityPlaces, "half-up"));
}
