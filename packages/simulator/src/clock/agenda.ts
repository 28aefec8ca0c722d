/** What happens at an instant, to a subject. */
export type Act<Place, Subject> = (place: Place, subject: Subject, now: number) => void;

/**
 * What is still to happen, in milliseconds since 1970, taken out in time order; what falls on one instant keeps the
 * order in which it was put in. A binary heap over typed arrays: memory follows what is pending, not what has been.
 */
export interface Agenda<Place> {
  /** Puts something in; never before what was last taken out. */
  readonly put: <Subject>(at: number, act: Act<Place, Subject>, subject: Subject) => void;
  /** Lets the next thing happen; false where nothing is left. */
  readonly step: (place: Place) => boolean;
  /** When the next thing happens, or Infinity. */
  readonly due: () => number;
}

interface Heap {
  size: number;
  at: Float64Array;
  turn: Float64Array;
  slot: Int32Array;
}

const before = (heap: Heap, at: number, turn: number, other: number): boolean => {
  const otherAt = heap.at[other] as number;
  return at < otherAt || (at === otherAt && turn < (heap.turn[other] as number));
};

function move(heap: Heap, from: number, to: number): void {
  heap.at[to] = heap.at[from] as number;
  heap.turn[to] = heap.turn[from] as number;
  heap.slot[to] = heap.slot[from] as number;
}

function place(heap: Heap, index: number, at: number, turn: number, slot: number): void {
  heap.at[index] = at;
  heap.turn[index] = turn;
  heap.slot[index] = slot;
}

function rise(heap: Heap, at: number, turn: number, slot: number): void {
  let index = heap.size;
  heap.size += 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    if (!before(heap, at, turn, above)) break;
    move(heap, above, index);
    index = above;
  }
  place(heap, index, at, turn, slot);
}

/** Takes the first out: the last sinks from the top to where it belongs. */
function dropFirst(heap: Heap): void {
  heap.size -= 1;
  const { size } = heap;
  const [at, turn, slot] = [heap.at[size] as number, heap.turn[size] as number, heap.slot[size] as number];
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= size) break;
    const right = child + 1;
    if (right < size && before(heap, heap.at[right] as number, heap.turn[right] as number, child)) child = right;
    if (before(heap, at, turn, child)) break;
    move(heap, child, index);
    index = child;
  }
  place(heap, index, at, turn, slot);
}

function grow(heap: Heap): void {
  const capacity = heap.at.length * 2;
  const larger = <T extends Float64Array | Int32Array>(fresh: T, old: T): T => {
    fresh.set(old);
    return fresh;
  };
  heap.at = larger(new Float64Array(capacity), heap.at);
  heap.turn = larger(new Float64Array(capacity), heap.turn);
  heap.slot = larger(new Int32Array(capacity), heap.slot);
}

const firstCapacity = 256;

/** An empty agenda. */
export function createAgenda<Place>(): Agenda<Place> {
  const heap: Heap = {
    size: 0,
    at: new Float64Array(firstCapacity),
    turn: new Float64Array(firstCapacity),
    slot: new Int32Array(firstCapacity),
  };
  const acts: Act<Place, never>[] = [];
  const subjects: unknown[] = [];
  const free: number[] = [];
  let turns = 0;
  return {
    put: (at, act, subject) => {
      if (heap.size === heap.at.length) grow(heap);
      const slot = free.pop() ?? acts.length;
      acts[slot] = act as Act<Place, never>;
      subjects[slot] = subject;
      rise(heap, at, turns, slot);
      turns += 1;
    },
    step: (where) => {
      if (heap.size === 0) return false;
      const at = heap.at[0] as number;
      const slot = heap.slot[0] as number;
      dropFirst(heap);
      free.push(slot);
      const subject = subjects[slot] as never;
      subjects[slot] = undefined;
      (acts[slot] as Act<Place, never>)(where, subject, at);
      return true;
    },
    due: () => (heap.size === 0 ? Number.POSITIVE_INFINITY : (heap.at[0] as number)),
  };
}
