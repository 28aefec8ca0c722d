/** The greatest number whose neighbours are whole too: 2^53 - 1. */
const greatestSafe = Number.MAX_SAFE_INTEGER;

const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const greatPowers: bigint[] = [];

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
  let power = greatPowers[exponent];
  if (power === undefined) {
    power = 10n ** BigInt(exponent);
    if (exponent <= 400) greatPowers[exponent] = power;
  }
  return power;
}

/** The greatest common divisor of two integers, never negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let left = a < 0n ? -a : a;
  let right = b < 0n ? -b : b;
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
