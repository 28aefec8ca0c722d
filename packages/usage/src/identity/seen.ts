/** What a table of digests knows about a pair of identity and content. */
export type Sighting = "new" | "same" | "other";

/**
 * A set of identities, each with the content it was first seen with, that keeps digests and no texts: 64 bits of
 * identity and 32 bits of content, 12 bytes a slot and less than 22 an entry once there are many.
 */
export interface Seen {
  /** Looks up an identity by the two words of its digest; a new one is kept with a word of its content's. */
  readonly look: (high: number, low: number, content: number) => Sighting;
  /** Whether the identity is there with that content; keeps nothing. */
  readonly has: (high: number, low: number, content: number) => boolean;
  /**
   * Reads where an identity will be looked for, and nothing more: memory fetches the place while the caller works out
   * the content, and looking it up then waits less.
   */
  readonly touch: (high: number, low: number) => void;
  readonly size: () => number;
  /** Bytes of the tables. */
  readonly bytes: () => number;
}

const parts = 256;
const slotWords = 3;
const fullest = 0.75;
const growth = 1.35;
const fewest = 16;

/** A part of the table: each entry stands at its home, or in the first free slot after it, turning round at the end. */
interface Part {
  slots: Int32Array;
  homes: number;
  used: number;
  limit: number;
}

/** Stands for every part that nothing was put into; never written to. */
const noPart: Part = { slots: new Int32Array(0), homes: 0, used: 0, limit: 0 };

/**
 * An empty table. It is cut into parts that grow one by one, so growing never holds two whole tables.
 *
 * @example
 * ```ts
 * const seen = createSeen();
 * seen.look(1, 2, 3); // → "new"
 * seen.look(1, 2, 4); // → "other"
 * ```
 */
export function createSeen(): Seen {
  const table = new Array<Part>(parts).fill(noPart);
  /** Written, so that touching is not left out as idle. */
  const touched = new Int32Array(1);
  const partOf = (low: number): Part => table[low & (parts - 1)] ?? noPart;
  return {
    look: (high, someLow, content) => {
      const low = lowOf(high, someLow);
      const part = partAt(table, low & (parts - 1));
      if (part.used >= part.limit) enlarge(part);
      const at = find(part, high, low);
      const { slots } = part;
      if (!isFree(slots, at)) return slots[at + 2] === content ? "same" : "other";
      put(slots, at, high, low, content);
      part.used += 1;
      return "new";
    },
    has: (high, someLow, content) => {
      const low = lowOf(high, someLow);
      const part = partOf(low);
      if (part.used === 0) return false;
      const at = find(part, high, low);
      return !isFree(part.slots, at) && part.slots[at + 2] === content;
    },
    touch: (high, low) => {
      const { slots, homes } = partOf(low);
      touched[0] = slots[homeOf(high, homes)] ?? 0;
    },
    size: () => table.reduce((size, part) => size + part.used, 0),
    bytes: () => table.reduce((bytes, part) => bytes + part.slots.byteLength, 0),
  };
}

/** A table of few entries has few parts. */
function partAt(table: Part[], index: number): Part {
  const known = table[index] ?? noPart;
  if (known !== noPart) return known;
  const fresh = { ...noPart };
  table[index] = fresh;
  return fresh;
}

/** Nought and nought mark a free slot, so no identity may have them. */
function lowOf(high: number, low: number): number {
  return high === 0 && low === 0 ? 1 : low;
}

function isFree(slots: Int32Array, at: number): boolean {
  return slots[at] === 0 && slots[at + 1] === 0;
}

function put(slots: Int32Array, at: number, high: number, low: number, content: number): void {
  slots[at] = high;
  slots[at + 1] = low;
  slots[at + 2] = content;
}

function emptyPart(homes: number): Part {
  return { slots: new Int32Array(homes * slotWords), homes, used: 0, limit: Math.floor(homes * fullest) };
}

/** Homes are spread over the identity's first word. */
function homeOf(high: number, homes: number): number {
  return Math.floor(((high >>> 0) / 4_294_967_296) * homes) * slotWords;
}

/** The place of an identity, or the free slot where it belongs. */
function find({ slots, homes }: Part, high: number, low: number): number {
  let at = homeOf(high, homes);
  while (!isFree(slots, at) && (slots[at] !== high || slots[at + 1] !== low)) {
    at += slotWords;
    if (at === slots.length) at = 0;
  }
  return at;
}

function enlarge(part: Part): void {
  const old = part.slots;
  const larger = emptyPart(Math.max(fewest, Math.ceil(part.homes * growth)));
  for (let from = 0; from < old.length; from += slotWords) {
    if (isFree(old, from)) continue;
    const high = old[from] ?? 0;
    const low = old[from + 1] ?? 0;
    put(larger.slots, find(larger, high, low), high, low, old[from + 2] ?? 0);
  }
  part.slots = larger.slots;
  part.homes = larger.homes;
  part.limit = larger.limit;
}
