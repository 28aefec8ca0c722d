import { sum } from "./arithmetic.ts";
import type { Exact } from "./exact.ts";
import { compareInstants, earlier, type Instant, isBefore, later, secondsBetween } from "./instant.ts";

/** The time from `start` up to, and without, `end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * True where nothing is in it: the end is not after the start.
 *
 * @example
 * ```ts
 * const noon = instant("2025-05-01T12:00:00Z");
 * isEmpty({ start: noon, end: noon }); // → true
 * ```
 */
export function isEmpty({ start, end }: Interval): boolean {
  return !isBefore(start, end);
}

/**
 * The time that two intervals share; undefined where that is none.
 *
 * @example
 * ```ts
 * const at = fromEpochMilliseconds;
 * intersect({ start: at(0), end: at(5) }, { start: at(3), end: at(9) }); // → { start: 3, end: 5 }
 * intersect({ start: at(0), end: at(3) }, { start: at(3), end: at(9) }); // → undefined
 * ```
 */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const shared = { start: later(a.start, b.start), end: earlier(a.end, b.end) };
  return isEmpty(shared) ? undefined : shared;
}

/**
 * True where the instant is in the interval: its start is, its end is not.
 *
 * @example
 * ```ts
 * const at = fromEpochMilliseconds;
 * contains({ start: at(0), end: at(5) }, at(5)); // → false
 * ```
 */
export function contains({ start, end }: Interval, i: Instant): boolean {
  return !isBefore(i, start) && isBefore(i, end);
}

/**
 * The same time as sorted intervals that neither meet nor overlap; empty ones are left out.
 *
 * @example
 * ```ts
 * const at = fromEpochMilliseconds;
 * unite([{ start: at(3), end: at(9) }, { start: at(0), end: at(3) }]); // → [{ start: 0, end: 9 }]
 * ```
 */
export function unite(intervals: Iterable<Interval>): readonly Interval[] {
  const united: Interval[] = [];
  for (const interval of Array.from(intervals).sort((a, b) => compareInstants(a.start, b.start))) {
    if (isEmpty(interval)) continue;
    const last = united.at(-1);
    if (last === undefined || isBefore(last.end, interval.start)) united.push(interval);
    else united[united.length - 1] = { start: last.start, end: later(last.end, interval.end) };
  }
  return united;
}

/**
 * The length in seconds.
 *
 * @example
 * ```ts
 * const at = fromEpochMilliseconds;
 * formatExact(secondsOf({ start: at(0), end: at(1500) })); // → "1.5"
 * ```
 */
export function secondsOf({ start, end }: Interval): Exact {
  return secondsBetween(start, end);
}

/**
 * The seconds of the union: time told twice counts once.
 *
 * @example
 * ```ts
 * const at = fromEpochMilliseconds;
 * formatExact(unitedSeconds([{ start: at(0), end: at(2000) }, { start: at(1000), end: at(3000) }])); // → "3"
 * ```
 */
export function unitedSeconds(intervals: Iterable<Interval>): Exact {
  return sum(unite(intervals).map(secondsOf));
}
