/** Neighbouring spans of time with their names: span i lasts from starts[i] up to starts[i + 1]. */
export interface Chunk<Name> {
  readonly starts: Float64Array;
  readonly names: readonly Name[];
}

/** All spans of a kind, in numbered chunks that are made once, when they are first needed. */
export interface Spans<Name> {
  readonly chunk: (key: number) => Chunk<Name>;
  /** The name of the span at an instant; `guess` is a chunk at or next to the right one. */
  readonly nameAt: (milliseconds: number, guess: number) => Name;
}

/** The last span that starts at or before an instant; the first where none does. */
function bisect(starts: Float64Array, milliseconds: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= milliseconds) low = middle;
    else high = middle;
  }
  return low;
}

function startOf<Name>({ starts }: Chunk<Name>): number {
  return starts[0] as number;
}

function endOf<Name>({ starts }: Chunk<Name>): number {
  return starts[starts.length - 1] as number;
}

/** A chunk in which no instant lies. */
function chunkless<Name>(): Chunk<Name> {
  return { starts: Float64Array.of(0, 0), names: [] };
}

/** Spans whose chunks are numbered from `first` to `last`; before and after those the outermost span goes on. */
export function spans<Name>(make: (key: number) => Chunk<Name>, first: number, last: number): Spans<Name> {
  const made = new Map<number, Chunk<Name>>();

  function chunk(key: number): Chunk<Name> {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  }

  function chunkAt(milliseconds: number, guess: number): Chunk<Name> {
    const key = Math.min(Math.max(guess, first), last);
    const near = chunk(key);
    if (milliseconds < startOf(near)) return key > first ? chunk(key - 1) : near;
    return milliseconds >= endOf(near) && key < last ? chunk(key + 1) : near;
  }

  let recent = chunkless<Name>();
  function nameAt(milliseconds: number, guess: number): Name {
    if (milliseconds < startOf(recent) || milliseconds >= endOf(recent)) recent = chunkAt(milliseconds, guess);
    return recent.names[bisect(recent.starts, milliseconds)] as Name;
  }

  return { chunk, nameAt };
}
