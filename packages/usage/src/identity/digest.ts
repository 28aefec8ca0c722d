/**
 * A 64-bit digest of a sequence of texts and tags: the body and the finish of MurmurHash3 by Austin Appleby (public
 * domain), run in two lanes of 32 bits with constants of their own. It is no cryptography: it tells accidental
 * differences apart, not forged ones (see the README for the odds).
 */
export interface Digest {
  /** Forgets what was put in. */
  readonly begin: (seed: number) => void;
  /** Puts in a text; its length is part of it, so `ab` + `c` and `a` + `bc` differ. Null and undefined differ too. */
  readonly text: (text: string | null | undefined) => void;
  /** Puts in a tag below 2^28, which no text is confused with. */
  readonly tag: (tag: number) => void;
  /** Puts in a whole number below 2^53 and a small one that belongs to it; no text is confused with them. */
  readonly number: (value: number, beside: number) => void;
  /** Writes the two words of the digest to `lanes` from `at` on. */
  readonly end: (lanes: Int32Array, at: number) => void;
}

const wideText = 0x4000_0000;
const tagWord = 0x8000_0000;
const numberWord = 0xc000_0000;

/** What stands for a value that is not there, and for null. */
export const absent = 1;
export const nothing = 2;

/** Makes a digest that is begun, fed and ended again and again. */
export function createDigest(): Digest {
  let one = 0;
  let two = 0;
  let count = 0;

  function word(value: number): void {
    const mixed = premix(value);
    one = mixOne(one, mixed);
    two = mixTwo(two, mixed);
    count = (count + 1) | 0;
  }

  /** Four characters a word, the last word begun anew from the end; false where a character is above 255. */
  function narrow(text: string, length: number): boolean {
    const start = premix(length);
    let a = mixOne(one, start);
    let b = mixTwo(two, start);
    let wide = 0;
    for (let index = 0; index < length; index += 4) {
      const at = index + 4 <= length ? index : length - 4;
      const low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8);
      const high = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 8);
      wide |= low | high;
      const mixed = premix(low ^ (high << 16));
      a = mixOne(a, mixed);
      b = mixTwo(b, mixed);
    }
    if (wide > 0xffff) return false;
    one = a;
    two = b;
    count = (count + length) | 0;
    return true;
  }

  /** A character a word, whatever it is. */
  function widely(text: string, length: number): void {
    word(length | wideText);
    for (let index = 0; index < length; index += 1) word(text.charCodeAt(index));
  }

  return {
    begin: (seed) => {
      one = seed;
      two = ~seed;
      count = 0;
    },
    text: (text) => {
      if (typeof text !== "string") word(tagWord | (text === null ? nothing : absent));
      else if (text.length < 4 || !narrow(text, text.length)) widely(text, text.length);
    },
    tag: (tag) => word(tagWord | tag),
    number: (value, beside) => {
      word(numberWord | beside);
      word(Math.floor(value / 4_294_967_296));
      word(value | 0);
    },
    end: (lanes, at) => {
      const a = avalanche(one ^ count);
      const b = avalanche((two ^ count) + a);
      lanes[at] = (a + b) | 0;
      lanes[at + 1] = b;
    },
  };
}

function premix(word: number): number {
  const multiplied = Math.imul(word, 0xcc9e_2d51);
  return (multiplied << 15) | (multiplied >>> 17);
}

function mixOne(lane: number, mixed: number): number {
  const taken = lane ^ Math.imul(mixed, 0x1b87_3593);
  return (Math.imul((taken << 13) | (taken >>> 19), 5) + 0xe654_6b64) | 0;
}

function mixTwo(lane: number, mixed: number): number {
  const taken = lane ^ Math.imul(mixed, 0x38b3_4ae5);
  return (Math.imul((taken << 17) | (taken >>> 15), 5) + 0x561c_cd1b) | 0;
}

function avalanche(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85eb_ca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
