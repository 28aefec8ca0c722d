/** What a table of digests knows about a pair of identity and content. */
export type Sighting = "new" | "same" | "other";

/**
 * A set of identities, each with the content it was first seen with, that keeps digests and no texts: 64 bits of
 * identity and 64 bits of content, 16 bytes a slot and at most 23 an entry.
 */
export interface Seen {
  /** Looks up the identity in lanes 0 and 1; a new one is kept with the content in lanes 2 and 3. */
  readonly look: (lanes: Uint32Array) => Sighting;
  /** Whether the identity is there with that content; keeps nothing. */
  readonly has: (lanes: Uint32Array) => boolean;
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
  slots: Uint32Array;
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
 * seen.look(Uint32Array.of(1, 2, 3, 4)); // → "new"
 * seen.look(Uint32Array.of(1, 2, 3, 5)); // → "other"
 * ```
 */
export function createSeen(): Seen {
  const table: (Part | undefined)[] = new Array<Part | undefined>(parts).fill(undefined);
  let size = 0;
  let bytes = 0;

  function grow(part: Part): void {
    bytes -= part.slots.byteLength;
    enlarge(part);
    bytes += part.slots.byteLength;
  }

  function partOf(low: number): Part {
    const index = low & (parts - 1);
    let part = table[index];
    if (part === undefined) {
      part = emptyPart(firstSlots);
      table[index] = part;
      bytes += part.slots.byteLength;
    }
    return part;
  }

  return {
    has: (lanes) => {
      const low = lowOf(lanes);
      const part = partOf(low);
      const at = find(part, lanes[0] ?? 0, low);
      return !isEmptySlot(part.slots, at) && part.slots[at + 2] === lanes[2] && part.slots[at + 3] === lanes[3];
    },
    look: (lanes) => {
      const high = lanes[0] ?? 0;
      const low = lowOf(lanes);
      const part = partOf(low);
      const { slots } = part;
      const at = find(part, high, low);
      if (!isEmptySlot(slots, at)) {
        return slots[at + 2] === lanes[2] && slots[at + 3] === lanes[3] ? "same" : "other";
      }
      slots[at] = high;
      slots[at + 1] = low;
      slots[at + 2] = lanes[2] ?? 0;
      slots[at + 3] = lanes[3] ?? 0;
      part.used += 1;
      size += 1;
      if (part.used > part.limit) grow(part);
      return "new";
    },
    size: () => size,
    bytes: () => bytes,
  };
}

/** Nought and nought mark an empty slot, so no identity may have them. */
function lowOf(lanes: Uint32Array): number {
  return lanes[0] === 0 && lanes[1] === 0 ? 1 : (lanes[1] ?? 0);
}

function isEmptySlot(slots: Uint32Array, at: number): boolean {
  return slots[at] === 0 && slots[at + 1] === 0;
}

function emptyPart(capacity: number): Part {
  const slots = new Uint32Array(capacity * slotWords);
  return { slots, capacity, used: 0, limit: Math.floor(capacity * fullest) };
}

/** The place of an identity, or of the empty slot where it belongs. */
function find(part: Part, high: number, low: number): number {
  const { slots } = part;
  const end = slots.length;
  let at = Math.floor((high / 4_294_967_296) * part.capacity) * slotWords;
  while (slots[at] !== high || slots[at + 1] !== low) {
    if (isEmptySlot(slots, at)) return at;
    at += slotWords;
    if (at === end) at = 0;
  }
  return at;
}

function enlarge(part: Part): void {
  const old = part.slots;
  const larger = emptyPart(Math.ceil(part.capacity * growth) + 1);
  part.slots = larger.slots;
  part.capacity = larger.capacity;
  part.limit = larger.limit;
  for (let from = 0; from < old.length; from += slotWords) {
    if (isEmptySlot(old, from)) continue;
    const high = old[from] ?? 0;
    const low = old[from + 1] ?? 0;
    const at = find(part, high, low);
    part.slots[at] = high;
    part.slots[at + 1] = low;
    part.slots[at + 2] = old[from + 2] ?? 0;
    part.slots[at + 3] = old[from + 3] ?? 0;
  }
}
