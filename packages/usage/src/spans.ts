import { type Exact, fraction, type Instant, type Interval, unite, unitedSeconds } from "@flexbill/kernel";

/**
 * The union of intervals that come in any order, kept short: starts and ends in whole milliseconds, one after the
 * other. Intervals finer than a millisecond wait in a list of their own.
 */
export interface Spans {
  /** start, end, start, end, …: sorted, disjoint and not even touching. */
  bounds: number[];
  /** The same of intervals that came far out of order, joined in now and then. */
  late: number[];
  fine: Interval[] | undefined;
}

const fewLate = 64;
const nearTheEnd = 32;

/** No time at all. */
export function createSpans(): Spans {
  return { bounds: [], late: [], fine: undefined };
}

/** Adds the time from `start` up to `end`; nothing where that is empty. */
export function addSpan(spans: Spans, start: Instant, end: Instant): void {
  if (typeof start === "number" && typeof end === "number") {
    if (start < end) addWhole(spans, start, end);
  } else {
    spans.fine ??= [];
    spans.fine.push({ start, end });
  }
}

/** Most events come nearly in order, so the place of an interval is looked for from the end, and not far. */
function addWhole(spans: Spans, start: number, end: number): void {
  const { bounds, late } = spans;
  let at = bounds.length;
  const limit = at - nearTheEnd;
  while (at > 0 && at > limit && start < (bounds[at - 2] ?? 0)) at -= 2;
  if (at > 0 && start < (bounds[at - 2] ?? 0)) {
    late.push(start, end);
    if (late.length > bounds.length + fewLate) joinLate(spans);
  } else insert(bounds, at, start, end);
}

/** Puts an interval before `at`, where none that begins later stands before it, and swallows what it touches. */
function insert(bounds: number[], at: number, start: number, end: number): void {
  const touchesLast = at > 0 && start <= (bounds[at - 1] ?? 0);
  const from = touchesLast ? at - 2 : at;
  let to = at;
  while (to < bounds.length && (bounds[to] ?? 0) <= end) to += 2;
  if (from === to) {
    if (at === bounds.length) bounds.push(start, end);
    else bounds.splice(at, 0, start, end);
    return;
  }
  const last = Math.max(end, bounds[to - 1] ?? 0);
  if (!touchesLast) bounds[from] = start;
  bounds[from + 1] = last;
  if (to > from + 2) bounds.splice(from + 2, to - from - 2);
}

function joinLate(spans: Spans): void {
  const count = (spans.bounds.length + spans.late.length) / 2;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const first = spans.bounds.length / 2;
  copyBounds(spans.bounds, starts, ends, 0);
  copyBounds(spans.late, starts, ends, first);
  spans.bounds = disjoint(starts.sort(), ends.sort());
  spans.late = [];
}

function copyBounds(bounds: readonly number[], starts: Float64Array, ends: Float64Array, first: number): void {
  for (let index = 0; 2 * index < bounds.length; index += 1) {
    starts[first + index] = bounds[2 * index] ?? 0;
    ends[first + index] = bounds[2 * index + 1] ?? 0;
  }
}

/** Sorted starts and sorted ends of overlapping intervals: a gap opens where as many have ended as begun. */
function disjoint(starts: Float64Array, ends: Float64Array): number[] {
  const joined: number[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const before = ends[index - 1] ?? Number.NEGATIVE_INFINITY;
    if (index === 0) joined.push(start);
    else if (start > before) joined.push(before, start);
  }
  if (ends.length > 0) joined.push(ends[ends.length - 1] ?? 0);
  return joined;
}

/**
 * The union as sorted, disjoint intervals.
 *
 * @example
 * ```ts
 * unitedSpans(spans).length; // how many stretches of time
 * ```
 */
export function unitedSpans(spans: Spans): readonly Interval[] {
  const whole = wholeBounds(spans);
  const intervals: Interval[] = [];
  for (let index = 0; index < whole.length; index += 2) {
    intervals.push({ start: whole[index] as number & Instant, end: whole[index + 1] as number & Instant });
  }
  return spans.fine === undefined ? intervals : unite([...intervals, ...spans.fine]);
}

/** The union's seconds, exactly. */
export function spannedSeconds(spans: Spans): Exact {
  if (spans.fine !== undefined) return unitedSeconds(unitedSpans(spans));
  const whole = wholeBounds(spans);
  let milliseconds = 0;
  for (let index = 0; index < whole.length; index += 2) milliseconds += (whole[index + 1] ?? 0) - (whole[index] ?? 0);
  return fraction(milliseconds, 1000);
}

function wholeBounds(spans: Spans): readonly number[] {
  if (spans.late.length > 0) joinLate(spans);
  return spans.bounds;
}
