/** An exact rational number; the bottom is positive and the two share no divisor. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export type Rounding = "half-up" | "half-even";

export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error("A fraction over zero");
  const side = bottom < 0n ? -1n : 1n;
  const shared = greatestCommonDivisor(top, bottom);
  return { top: (side * top) / shared, bottom: (side * bottom) / shared };
}

export const nothing: Fraction = fraction(0n);
export const single: Fraction = fraction(1n);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A decimal string of formats.md, "Common rules": an exponent is accepted on input. */
export function readDecimal(text: string | number): Fraction {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(text));
  if (!found) throw new Error(`Not a decimal: ${text}`);
  const [, minus, whole = "", part = "", exponent = "0"] = found;
  const digits = BigInt(whole + part) * (minus ? -1n : 1n);
  const power = BigInt(exponent) - BigInt(part.length);
  return power >= 0n ? fraction(digits * 10n ** power) : fraction(digits, 10n ** -power);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function total(parts: Iterable<Fraction>): Fraction {
  let sum = nothing;
  for (const part of parts) sum = plus(sum, part);
  return sum;
}

export function isPositive(x: Fraction): boolean {
  return x.top > 0n;
}

export function floorOf(x: Fraction): bigint {
  const cut = x.top / x.bottom;
  return x.top < 0n && cut * x.bottom !== x.top ? cut - 1n : cut;
}

export function ceilingOf(x: Fraction): bigint {
  return -floorOf(fraction(-x.top, x.bottom));
}

/** The nearest multiple of 1/10^places; a tie goes away from zero, or to the even neighbour. */
export function roundTo(x: Fraction, places: number, mode: Rounding): Fraction {
  const scale = 10n ** BigInt(places);
  const size = x.top < 0n ? -x.top : x.top;
  const lower = (size * scale) / x.bottom;
  const left = size * scale - lower * x.bottom;
  const twice = 2n * left;
  const up = twice > x.bottom || (twice === x.bottom && (mode === "half-up" || lower % 2n === 1n));
  const rounded = up ? lower + 1n : lower;
  return fraction(x.top < 0n ? -rounded : rounded, scale);
}

/** A number that is a multiple of 1/10^places, with just that many places. */
export function printPlaces(x: Fraction, places: number): string {
  const scaled = times(x, fraction(10n ** BigInt(places)));
  if (scaled.bottom !== 1n) throw new Error("More places than asked for");
  const digits = String(scaled.top < 0n ? -scaled.top : scaled.top).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled.top < 0n ? `-${text}` : text;
}

/** formats.md section 4: exactly where it ends within six decimals, else rounded half-up to six. */
export function printQuantity(x: Fraction): string {
  const text = printPlaces(roundTo(x, 6, "half-up"), 6).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
