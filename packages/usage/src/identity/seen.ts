/** What a table of digests knows about a pair of identity and content. */
export type Sighting = "new" | "same" | "other";

/**
 * A set of identities, each with the content it was first seen with, that keeps digests and no texts: 64 bits of
 * identity and 64 bits of content, 16 bytes a slot and less than 24 an entry once there are many.
 */
export interface Seen {
  /** Looks up an identity by two words of its digest; a new one is kept with two words of its content's. */
  readonly look: (identity: Int32Array, content: Int32Array) => Sighting;
  /** Whether the identity is there with that content; keeps nothing. */
  readonly has: (identity: Int32Array, content: Int32Array) => boolean;
  readonly size: () => number;
  /** Bytes of the tables. */
  readonly bytes: () => number;
}

const parts = 256;
const slotWords = 4;
const fullest = 0.88;
const growth = 1.28;
/** Slots after the last home, so that a run of entries never has to turn round. */
const spare = 24;

/**
 * A part of the table: entries stand in the order of their identities, each at its home or after it, with free slots
 * in between. A search ends at the first greater identity, and growing is one pass in order.
 */
interface Part {
  slots: Int32Array;
  homes: number;
  used: number;
  limit: number;
}

const noSlots = new Int32Array(0);
/** Stands for every part that nothing was put into; never written to. */
const noPart: Part = { slots: noSlots, homes: 0, used: 0, limit: 0 };

/**
 * An empty table. It is cut into parts that grow one by one, so growing never holds two whole tables.
 *
 * @example
 * ```ts
 * const seen = createSeen();
 * seen.look(Int32Array.of(1, 2), Int32Array.of(3, 4)); // → "new"
 * seen.look(Int32Array.of(1, 2), Int32Array.of(3, 5)); // → "other"
 * ```
 */
export function createSeen(): Seen {
  const table = new Array<Part>(parts).fill(noPart);

  return {
    look: (identity, content) => {
      const high = identity[0] ?? 0;
      const low = lowOf(identity);
      const part = partAt(table, low & (parts - 1));
      if (part.used >= part.limit) enlarge(part);
      const at = find(part, high, low);
      if (holds(part.slots, at, high, low)) return hasContent(part.slots, at, content) ? "same" : "other";
      insert(part, at, high, low, content);
      return "new";
    },
    has: (identity, content) => {
      const high = identity[0] ?? 0;
      const low = lowOf(identity);
      const part = table[low & (parts - 1)];
      if (part === undefined || part.used === 0) return false;
      const at = find(part, high, low);
      return holds(part.slots, at, high, low) && hasContent(part.slots, at, content);
    },
    size: () => table.reduce((size, part) => size + part.used, 0),
    bytes: () => table.reduce((bytes, part) => bytes + part.slots.byteLength, 0),
  };
}

/** A table of few entries has few parts. */
function partAt(table: Part[], index: number): Part {
  const known = table[index] ?? noPart;
  if (known !== noPart) return known;
  const fresh = emptyPart(0);
  table[index] = fresh;
  return fresh;
}

/** Nought and nought mark a free slot, so no identity may have them. */
function lowOf(identity: Int32Array): number {
  return identity[0] === 0 && identity[1] === 0 ? 1 : (identity[1] ?? 0);
}

function isFree(slots: Int32Array, at: number): boolean {
  return slots[at] === 0 && slots[at + 1] === 0;
}

function holds(slots: Int32Array, at: number, high: number, low: number): boolean {
  return slots[at] === high && slots[at + 1] === low;
}

function hasContent(slots: Int32Array, at: number, content: Int32Array): boolean {
  return slots[at + 2] === content[0] && slots[at + 3] === content[1];
}

function emptyPart(homes: number): Part {
  const slots = homes === 0 ? noSlots : new Int32Array((homes + spare) * slotWords);
  return { slots, homes, used: 0, limit: Math.floor(homes * fullest) };
}

/** Homes rise with the identity's first word. */
function homeOf(high: number, homes: number): number {
  return Math.floor(((high + 2_147_483_648) / 4_294_967_296) * homes) * slotWords;
}

function isBelow(slots: Int32Array, at: number, high: number, low: number): boolean {
  const there = slots[at] ?? 0;
  return there < high || (there === high && (slots[at + 1] ?? 0) < low);
}

/** The place of an identity, or the one where it belongs: a free slot, or that of the next greater identity. */
function find(part: Part, high: number, low: number): number {
  const { slots } = part;
  let at = homeOf(high, part.homes);
  while (at < slots.length && !isFree(slots, at) && isBelow(slots, at, high, low)) at += slotWords;
  return at;
}

function insert(part: Part, at: number, high: number, low: number, content: Int32Array): void {
  const { slots } = part;
  let free = at;
  while (free < slots.length && !isFree(slots, free)) free += slotWords;
  if (free >= slots.length) {
    enlarge(part);
    insert(part, find(part, high, low), high, low, content);
    return;
  }
  for (let word = free + slotWords - 1; word >= at + slotWords; word -= 1) slots[word] = slots[word - slotWords] ?? 0;
  slots[at] = high;
  slots[at + 1] = low;
  slots[at + 2] = content[0] ?? 0;
  slots[at + 3] = content[1] ?? 0;
  part.used += 1;
}

/** Entries keep their order, so each goes to its new home or right after the one before. */
function enlarge(part: Part): void {
  const larger = largerPart(part, Math.max(16, Math.ceil(part.homes * growth)));
  part.slots = larger.slots;
  part.homes = larger.homes;
  part.limit = larger.limit;
}

function largerPart(part: Part, homes: number): Part {
  const old = part.slots;
  const larger = emptyPart(homes);
  const { slots } = larger;
  let next = 0;
  for (let from = 0; from < old.length; from += slotWords) {
    if (isFree(old, from)) continue;
    const at = Math.max(next, homeOf(old[from] ?? 0, homes));
    if (at >= slots.length) return largerPart(part, Math.ceil(homes * growth));
    slots[at] = old[from] ?? 0;
    slots[at + 1] = old[from + 1] ?? 0;
    slots[at + 2] = old[from + 2] ?? 0;
    slots[at + 3] = old[from + 3] ?? 0;
    next = at + slotWords;
  }
  return larger;
}
