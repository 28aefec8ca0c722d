/** A stream of unsigned 32-bit integers. */
export type Random = () => number;

type Words = readonly [number, number, number, number];

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * The xoshiro128** 1.1 generator of Blackman and Vigna, from its published algorithm: 32-bit integers only, so every
 * runtime draws the same numbers.
 *
 * @example
 * ```ts
 * const draw = xoshiro128([1, 2, 3, 4]);
 * draw(); // 11520
 * ```
 */
export function xoshiro128(seed: Words): Random {
  let [a, b, c, d] = seed;
  return () => {
    const drawn = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return drawn;
  };
}

/** The 32-bit finalizer of MurmurHash3: every input bit reaches every output bit. */
export function scramble(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Takes a part of a path into a hash. */
export function absorb(hash: number, part: number | string): number {
  if (typeof part === "number") {
    const low = scramble(hash ^ (part >>> 0));
    return scramble(Math.imul(low, 31) ^ Math.floor(part / 0x1_0000_0000));
  }
  let mixed = scramble(hash ^ part.length);
  for (let at = 0; at < part.length; at += 1) mixed = scramble(Math.imul(mixed, 31) + part.charCodeAt(at));
  return mixed;
}

/**
 * An independent stream for a purpose: the same seed and path give the same numbers, and a draw more in one stream
 * moves nothing in another.
 *
 * @example
 * ```ts
 * const arrivals = stream(7, "arrivals", "2026-10-05");
 * ```
 */
export function stream(seed: number, ...path: readonly (number | string)[]): Random {
  const base = [seed, ...path].reduce<number>(absorb, 0x9e3779b9);
  const word = (at: number): number => scramble(base + Math.imul(at, 0x9e3779b9));
  return xoshiro128([word(1), word(2), word(3), word(4) | 1]);
}
