/**
 * A 128-bit digest of a sequence of texts and tags: MurmurHash3 x86_128 over 32-bit words, fed block by block. It is
 * no cryptography: it tells accidental differences apart, not forged ones (see the README for the odds).
 */
export interface Digest {
  /** Back to the state before anything was fed. */
  readonly begin: (seed: number) => void;
  /** Feeds a text; its length is part of it, so `ab` + `c` and `a` + `bc` differ. */
  readonly text: (text: string) => void;
  /** Feeds a 32-bit tag, which no text is confused with. */
  readonly tag: (tag: number) => void;
  /** Ends the digest and writes its four words to `lanes` from `at` on. */
  readonly end: (lanes: Uint32Array, at: number) => void;
}

const wideText = 0x4000_0000;
const tagWord = 0x2000_0000;

/** Makes a digest that is fed, ended and begun again. */
export function createDigest(): Digest {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  let words = 0;

  function block(k1: number, k2: number, k3: number, k4: number): void {
    words += 4;
    let k = Math.imul(k1, 0x239b_961b);
    k = Math.imul((k << 15) | (k >>> 17), 0xab0e_9789);
    h1 ^= k;
    h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561c_cd1b) | 0;
    k = Math.imul(k2, 0xab0e_9789);
    k = Math.imul((k << 16) | (k >>> 16), 0x38b3_4ae5);
    h2 ^= k;
    h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bca_a747) | 0;
    k = Math.imul(k3, 0x38b3_4ae5);
    k = Math.imul((k << 17) | (k >>> 15), 0xa1e3_8b93);
    h3 ^= k;
    h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd_1c35) | 0;
    k = Math.imul(k4, 0xa1e3_8b93);
    k = Math.imul((k << 18) | (k >>> 14), 0x239b_961b);
    h4 ^= k;
    h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac_3b17) | 0;
  }

  function narrow(text: string, length: number): void {
    const k1 = word(text, 0, length);
    const k2 = word(text, 4, length);
    block(length, k1, k2, word(text, 8, length));
    for (let at = 12; at < length; at += 16) {
      block(
        word(text, at, length),
        word(text, at + 4, length),
        word(text, at + 8, length),
        word(text, at + 12, length),
      );
    }
  }

  function wide(text: string, length: number): void {
    block(length | wideText, 0, 0, 0);
    for (let at = 0; at < length; at += 4) {
      block(unit(text, at, length), unit(text, at + 1, length), unit(text, at + 2, length), unit(text, at + 3, length));
    }
  }

  return {
    begin: (seed) => {
      h1 = h2 = h3 = h4 = seed | 0;
      words = 0;
    },
    text: (text) => {
      const length = text.length;
      if (isNarrow(text, length)) narrow(text, length);
      else wide(text, length);
    },
    tag: (tag) => block(tagWord, tag, 0, 0),
    end: (lanes, at) => {
      h1 ^= words;
      h2 ^= words;
      h3 ^= words;
      h4 ^= words;
      h1 = (h1 + h2 + h3 + h4) | 0;
      h2 = avalanche((h2 + h1) | 0);
      h3 = avalanche((h3 + h1) | 0);
      h4 = avalanche((h4 + h1) | 0);
      h1 = avalanche(h1);
      h1 = (h1 + h2 + h3 + h4) | 0;
      lanes[at] = h1;
      lanes[at + 1] = h2 + h1;
      lanes[at + 2] = h3 + h1;
      lanes[at + 3] = h4 + h1;
    },
  };
}

function avalanche(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85eb_ca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}

function isNarrow(text: string, length: number): boolean {
  let all = 0;
  for (let index = 0; index < length; index += 1) all |= text.charCodeAt(index);
  return all < 256;
}

/** Four characters below 256 as one word; nothing beyond the text's end. */
function word(text: string, at: number, length: number): number {
  if (at + 4 <= length) {
    return (
      text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24)
    );
  }
  let value = 0;
  for (let index = at; index < length; index += 1) value |= text.charCodeAt(index) << (8 * (index - at));
  return value;
}

function unit(text: string, at: number, length: number): number {
  return at < length ? text.charCodeAt(at) : 0;
}
