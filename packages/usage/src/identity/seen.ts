/** What a table of digests knows about a pair of identity and content. */
export type Sighting = "new" | "same" | "other";

/**
 * A set of identities, each with the content it was first seen with, that keeps digests and no texts: 64 bits of
 * identity and 64 bits of content, 16 bytes a slot and at most 23 an entry once there are many.
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
const firstSlots = 8;
const fullest = 0.84;
const growth = 1.2;

interface Part {
  slots: Int32Array;
  capacity: number;
  used: number;
  limit: number;
}

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
  const table = Array.from({ length: parts }, () => emptyPart(0));

  return {
    look: (identity, content) => {
      const high = identity[0] ?? 0;
      const low = lowOf(identity);
      const part = table[low & (parts - 1)] ?? emptyPart(0);
      if (part.used >= part.limit) enlarge(part);
      const { slots } = part;
      const at = find(part, high, low);
      if (!isEmptySlot(slots, at)) return hasContent(slots, at, content) ? "same" : "other";
      fill(slots, at, high, low, content[0] ?? 0, content[1] ?? 0);
      part.used += 1;
      return "new";
    },
    has: (identity, content) => {
      const low = lowOf(identity);
      const part = table[low & (parts - 1)];
      if (part === undefined || part.used === 0) return false;
      const at = find(part, identity[0] ?? 0, low);
      return !isEmptySlot(part.slots, at) && hasContent(part.slots, at, content);
    },
    size: () => table.reduce((size, part) => size + part.used, 0),
    bytes: () => table.reduce((bytes, part) => bytes + part.slots.byteLength, 0),
  };
}

/** Nought and nought mark an empty slot, so no identity may have them. */
function lowOf(identity: Int32Array): number {
  return identity[0] === 0 && identity[1] === 0 ? 1 : (identity[1] ?? 0);
}

function isEmptySlot(slots: Int32Array, at: number): boolean {
  return slots[at] === 0 && slots[at + 1] === 0;
}

function hasContent(slots: Int32Array, at: number, content: Int32Array): boolean {
  return slots[at + 2] === content[0] && slots[at + 3] === content[1];
}

function fill(slots: Int32Array, at: number, high: number, low: number, first: number, second: number): void {
  slots[at] = high;
  slots[at + 1] = low;
  slots[at + 2] = first;
  slots[at + 3] = second;
}

function emptyPart(capacity: number): Part {
  return { slots: new Int32Array(capacity * slotWords), capacity, used: 0, limit: Math.floor(capacity * fullest) };
}

/** The place of an identity, or of the empty slot where it belongs. */
function find(part: Part, high: number, low: number): number {
  const { slots } = part;
  const end = slots.length;
  let at = Math.floor(((high >>> 0) / 4_294_967_296) * part.capacity) * slotWords;
  while (slots[at] !== high || slots[at + 1] !== low) {
    if (isEmptySlot(slots, at)) return at;
    at += slotWords;
    if (at === end) at = 0;
  }
  return at;
}

function enlarge(part: Part): void {
  const old = part.slots;
  const larger = emptyPart(Math.max(firstSlots, Math.ceil(part.capacity * growth)));
  part.slots = larger.slots;
  part.capacity = larger.capacity;
  part.limit = larger.limit;
  for (let from = 0; from < old.length; from += slotWords) {
    if (isEmptySlot(old, from)) continue;
    const high = old[from] ?? 0;
    const low = old[from + 1] ?? 0;
    fill(part.slots, find(part, high, low), high, low, old[from + 2] ?? 0, old[from + 3] ?? 0);
  }
}
