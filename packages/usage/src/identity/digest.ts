/**
 * A 128-bit digest of a sequence of texts and tags: MurmurHash3 x86_128 over 32-bit words. It is no cryptography: it
 * tells accidental differences apart, not forged ones (see the README for the odds).
 */
export interface Digest {
  /** Forgets what was put in. */
  readonly begin: () => void;
  /** Puts in a text; its length is part of it, so `ab` + `c` and `a` + `bc` differ. */
  readonly text: (text: string) => void;
  /** Puts in a tag below 2^28, which no text is confused with. */
  readonly tag: (tag: number) => void;
  /** Writes the four words of the digest to `lanes` from `at` on. */
  readonly end: (seed: number, lanes: Int32Array, at: number) => void;
}

const wideText = 0x4000_0000;
const tagWord = 0x8000_0000;

const noWords = new Int32Array(0);

/** Makes a digest that is fed, ended and begun again. */
export function createDigest(): Digest {
  let words = noWords;
  let size = 0;

  function makeRoom(more: number): void {
    if (size + more <= words.length) return;
    const larger = new Int32Array(Math.max(128, 2 * (size + more)));
    larger.set(words.subarray(0, size));
    words = larger;
  }

  return {
    begin: () => {
      size = 0;
    },
    text: (text) => {
      makeRoom((text.length >> 1) + 2);
      size = putNarrow(words, size, text) || putWide(words, size, text);
    },
    tag: (tag) => {
      makeRoom(1);
      words[size] = tagWord | tag;
      size += 1;
    },
    end: (seed, lanes, at) => {
      makeRoom(3);
      const count = size;
      while (size % 4 !== 0) {
        words[size] = 0;
        size += 1;
      }
      mix(words, size, count, seed, lanes, at);
    },
  };
}

/** Four characters a word, while all are below 256; gives back the next place, or 0 where one is not. */
function putNarrow(words: Int32Array, at: number, text: string): number {
  const { length } = text;
  words[at] = length;
  let place = at + 1;
  let index = 0;
  let all = 0;
  for (; index + 4 <= length; index += 4) {
    const a = text.charCodeAt(index);
    const b = text.charCodeAt(index + 1);
    const c = text.charCodeAt(index + 2);
    const d = text.charCodeAt(index + 3);
    all |= a | b | c | d;
    words[place] = a | (b << 8) | (c << 16) | (d << 24);
    place += 1;
  }
  if (index < length) {
    let word = 0;
    for (let shift = 0; index < length; index += 1, shift += 8) {
      const code = text.charCodeAt(index);
      all |= code;
      word |= code << shift;
    }
    words[place] = word;
    place += 1;
  }
  return all < 256 ? place : 0;
}

/** Two characters a word, whatever they are; gives back the next place. */
function putWide(words: Int32Array, at: number, text: string): number {
  const { length } = text;
  words[at] = length | wideText;
  let place = at + 1;
  for (let index = 0; index < length; index += 2) {
    const second = index + 1 < length ? text.charCodeAt(index + 1) : 0;
    words[place] = text.charCodeAt(index) | (second << 16);
    place += 1;
  }
  return place;
}

/** MurmurHash3 x86_128 by Austin Appleby (public domain), over `size` words, a multiple of four. */
function mix(words: Int32Array, size: number, count: number, seed: number, lanes: Int32Array, at: number): void {
  let h1 = seed;
  let h2 = seed;
  let h3 = seed;
  let h4 = seed;
  for (let index = 0; index < size; index += 4) {
    let k = Math.imul(words[index] ?? 0, 0x239b_961b);
    h1 ^= Math.imul((k << 15) | (k >>> 17), 0xab0e_9789);
    h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561c_cd1b) | 0;
    k = Math.imul(words[index + 1] ?? 0, 0xab0e_9789);
    h2 ^= Math.imul((k << 16) | (k >>> 16), 0x38b3_4ae5);
    h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bca_a747) | 0;
    k = Math.imul(words[index + 2] ?? 0, 0x38b3_4ae5);
    h3 ^= Math.imul((k << 17) | (k >>> 15), 0xa1e3_8b93);
    h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd_1c35) | 0;
    k = Math.imul(words[index + 3] ?? 0, 0xa1e3_8b93);
    h4 ^= Math.imul((k << 18) | (k >>> 14), 0x239b_961b);
    h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac_3b17) | 0;
  }
  const bytes = 4 * count;
  h2 ^= bytes;
  h3 ^= bytes;
  h4 ^= bytes;
  h1 = ((h1 ^ bytes) + h2 + h3 + h4) | 0;
  h2 = avalanche((h2 + h1) | 0);
  h3 = avalanche((h3 + h1) | 0);
  h4 = avalanche((h4 + h1) | 0);
  h1 = (avalanche(h1) + h2 + h3 + h4) | 0;
  lanes[at] = h1;
  lanes[at + 1] = (h2 + h1) | 0;
  lanes[at + 2] = (h3 + h1) | 0;
  lanes[at + 3] = (h4 + h1) | 0;
}

function avalanche(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85eb_ca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
