/** A place in a line of things; one thing may hold places in several lines. */
export interface Place<T> {
  readonly of: T;
  before: Place<T> | null;
  after: Place<T> | null;
  /** Whether it stands in its line now. */
  waits: boolean;
}

/** A line from which anyone may leave: first come, first served. */
export interface Lineup<T> {
  first: Place<T> | null;
  last: Place<T> | null;
  length: number;
}

export const emptyLineup = <T>(): Lineup<T> => ({ first: null, last: null, length: 0 });

export const placeOf = <T>(of: T): Place<T> => ({ of, before: null, after: null, waits: false });

/** Joins at the end; nothing happens where the place is taken already. */
export function join<T>(lineup: Lineup<T>, place: Place<T>): void {
  if (place.waits) return;
  place.waits = true;
  place.before = lineup.last;
  place.after = null;
  if (lineup.last === null) lineup.first = place;
  else lineup.last.after = place;
  lineup.last = place;
  lineup.length += 1;
}

/** Leaves, wherever in the line it stands; nothing happens where it does not. */
export function leave<T>(lineup: Lineup<T>, place: Place<T>): void {
  if (!place.waits) return;
  place.waits = false;
  if (place.before === null) lineup.first = place.after;
  else place.before.after = place.after;
  if (place.after === null) lineup.last = place.before;
  else place.after.before = place.before;
  place.before = null;
  place.after = null;
  lineup.length -= 1;
}
