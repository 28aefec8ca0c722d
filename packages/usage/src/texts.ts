/** A number for each of many texts, counted from 0 in the order in which they came. */
export interface Texts {
  readonly indexOf: (text: string) => number;
  readonly textOf: (index: number) => string;
  readonly size: () => number;
}

const fewest = 64;

/**
 * No texts yet. A map of the language would do; but it asks each new string for a hash of its own first, which costs
 * more than all of this, and every event brings new strings.
 */
export function createTexts(): Texts {
  const texts: string[] = [];
  /** Numbers counted from 1, each in the first free slot at or after its text's home; 0 is free. */
  let slots = new Int32Array(fewest);

  function find(text: string): number {
    const mask = slots.length - 1;
    let at = hashOf(text) & mask;
    for (let number = slots[at] ?? 0; number !== 0 && texts[number - 1] !== text; number = slots[at] ?? 0) {
      at = (at + 1) & mask;
    }
    return at;
  }

  function enlarge(): void {
    slots = new Int32Array(2 * slots.length);
    for (const [index, text] of texts.entries()) slots[find(text)] = index + 1;
  }

  return {
    indexOf: (text) => {
      const at = find(text);
      const known = slots[at] ?? 0;
      if (known !== 0) return known - 1;
      slots[at] = texts.push(text);
      if (2 * texts.length > slots.length) enlarge();
      return texts.length - 1;
    },
    textOf: (index) => texts[index] ?? "",
    size: () => texts.length,
  };
}

/** Four characters at a time, the last four begun anew from the end. */
function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  for (let index = 0; index < length; index += 4) {
    const at = index + 4 <= length || length < 4 ? index : length - 4;
    const second = at + 1 < length ? text.charCodeAt(at + 1) : 0;
    const third = at + 2 < length ? text.charCodeAt(at + 2) : 0;
    const fourth = at + 3 < length ? text.charCodeAt(at + 3) : 0;
    const word = text.charCodeAt(at) | (second << 8) | (third << 16) | (fourth << 24);
    hash = Math.imul(hash ^ word, 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
