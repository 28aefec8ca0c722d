import { type Exact, fraction, type Instant, type Interval, unite, unitedSeconds } from "@flexbill/kernel";

/**
 * The union of intervals that come in any order, kept short: starts and ends in whole milliseconds, one after the
 * other, put in order and joined now and then. Intervals finer than a millisecond wait in a list of their own.
 */
export interface Spans {
  /** start, end, start, end, …; up to `joined` sorted and disjoint. */
  bounds: number[];
  joined: number;
  fine: Interval[] | undefined;
}

const firstJoin = 64;

/** No time at all. */
export function createSpans(): Spans {
  return { bounds: [], joined: 0, fine: undefined };
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

function addWhole(spans: Spans, start: number, end: number): void {
  const { bounds } = spans;
  const last = bounds.length - 1;
  if (spans.joined === bounds.length && (last < 0 || start > (bounds[last] ?? 0))) spans.joined += 2;
  else if (spans.joined === bounds.length && start >= (bounds[last - 1] ?? 0)) {
    if (end > (bounds[last] ?? 0)) bounds[last] = end;
    return;
  }
  bounds.push(start, end);
  if (bounds.length > 2 * spans.joined + firstJoin) join(spans);
}

function join(spans: Spans): void {
  const { bounds } = spans;
  const starts = Float64Array.from({ length: bounds.length / 2 }, (_, index) => bounds[2 * index] ?? 0).sort();
  const ends = Float64Array.from({ length: bounds.length / 2 }, (_, index) => bounds[2 * index + 1] ?? 0).sort();
  spans.bounds = disjoint(starts, ends);
  spans.joined = spans.bounds.length;
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

/** True where the union holds no time. */
export function isSpanless(spans: Spans): boolean {
  return spans.bounds.length === 0 && (spans.fine === undefined || unite(spans.fine).length === 0);
}

function wholeBounds(spans: Spans): readonly number[] {
  if (spans.joined !== spans.bounds.length) join(spans);
  return spans.bounds;
}
