/** The greatest number whose neighbours are whole too: 2^53 - 1. */
const greatestSafe = Number.MAX_SAFE_INTEGER;

const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const greatPowers: readonly bigint[] = Array.from({ length: 201 }, (_, exponent) => 10n ** BigInt(exponent));

/** True where a whole number's arithmetic was exact. A product or sum that left 2^53 - 1 never rounds back below it. */
export function isSafe(value: number): boolean {
  return value <= greatestSafe && value >= -greatestSafe;
}

/** 10^exponent while that is a safe integer, else Infinity, so that any product with it is unsafe too. */
export function smallPower(exponent: number): number {
  return smallPowers[exponent] ?? Number.POSITIVE_INFINITY;
}

/** 10^exponent, exact at any size. */
export function greatPower(exponent: number): bigint {
  return greatPowers[exponent] ?? 10n ** BigInt(exponent);
}

/** The greatest common divisor of two integers, never negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left < 0n ? -left : left;
}
