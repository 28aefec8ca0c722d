import { absolute, divide, multiply, negate, subtract, sum, toInteger } from "./arithmetic.ts";
import { assert } from "./assert.ts";
import { type Decimal, fromBigInt, fromInteger } from "./decimal.ts";
import type { Exact } from "./exact.ts";
import { greatPower } from "./integer.ts";
import { compare } from "./order.ts";
import { floor } from "./rounding.ts";
import { isNegative, isPositive } from "./sign.ts";

interface Share {
  readonly position: number;
  readonly units: bigint;
  readonly remainder: Exact;
}

/** The positions that get one unit more: the largest remainders, and of equal ones the first, as the sort is stable. */
function favoured(shares: readonly Share[], left: number): ReadonlySet<number> {
  const order = [...shares].sort((a, b) => compare(b.remainder, a.remainder));
  return new Set(order.slice(0, left).map(({ position }) => position));
}

function allocateUnits(units: bigint, weights: readonly Exact[]): readonly bigint[] {
  const whole = sum(weights);
  const shares = weights.map((weight, position): Share => {
    const exact = divide(multiply(fromInteger(units) as Exact, weight), whole);
    const least = floor(exact);
    return { position, units: toInteger(least), remainder: subtract(exact, least) };
  });
  const left = shares.reduce((rest, share) => rest - share.units, units);
  const lucky = favoured(shares, Number(left));
  return shares.map((share) => share.units + (lucky.has(share.position) ? 1n : 0n));
}

/**
 * Splits a total by weights into parts of `places` decimals that add up to it again, to the last unit: the largest
 * remainders get the units left over, ties go by position. A negative total is split as the positive one, negated.
 *
 * @throws an assertion where the total has more decimals than `places`, a weight is negative, or all are zero
 * @example
 * ```ts
 * allocate(decimal("10.00"), [one, one, one], 2).map((part) => formatDecimal(part)); // → ["3.34", "3.33", "3.33"]
 * ```
 */
export function allocate(total: Decimal, weights: readonly Exact[], places: number): readonly Decimal[] {
  assert(Number.isInteger(places) && total.scale <= places, "A total is split in units that it is made of");
  assert(
    weights.every((weight) => !isNegative(weight)) && weights.some(isPositive),
    "Weights are 0 or more, one above",
  );
  const units = toInteger(multiply(absolute(total), fromBigInt(greatPower(places), 0)));
  const parts = allocateUnits(units, weights).map((part) => fromBigInt(part, places));
  return isNegative(total) ? parts.map((part) => negate(part)) : parts;
}
