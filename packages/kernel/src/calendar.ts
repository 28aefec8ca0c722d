import { assert } from "./assert.ts";
import { daysFromCivil, daysInMonth, millisecondsPerDay, padded } from "./civil.ts";
import { type CalendarDate, monthOfDate } from "./date.ts";
import { epochMilliseconds, type Instant, nearestInstant } from "./instant.ts";
import type { Interval } from "./interval.ts";
import { type Month, monthAt, monthIndex } from "./month.ts";
import { type Spans, spans } from "./spans.ts";
import { dayStarts, isTimeZone } from "./zone.ts";

/** The months and days of one time zone. Within the years 0000 to 9999, in which every instant lies. */
export interface Calendar {
  readonly timeZone: string;
  /** The month in which an instant lies. */
  readonly monthOf: (i: Instant) => Month;
  /** The day in which an instant lies. */
  readonly dateOf: (i: Instant) => CalendarDate;
  /** The time of a month, from its first instant up to the next month's. */
  readonly period: (m: Month) => Interval;
  /** A day's first instant; the next day's, where the zone skipped the day. */
  readonly startOf: (d: CalendarDate) => Instant;
}

const calendars = new Map<string, Calendar>();

/** Gregorian means; a guess by them is never further off than the next month. */
const meanYear = 365.2425 * millisecondsPerDay;
const meanMonth = meanYear / 12;

function monthsOf(startOfDay: (epochDay: number) => number): Spans<Month> {
  const make = (year: number) => ({
    starts: Float64Array.from({ length: 13 }, (_, at) => startOfDay(daysFromCivil(year, at + 1, 1))),
    names: Array.from({ length: 12 }, (_, at) => monthAt(year * 12 + at)),
  });
  return spans(make, 0, 9999);
}

function daysOf(startOfDay: (epochDay: number) => number): Spans<CalendarDate> {
  const make = (index: number) => {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    const first = daysFromCivil(year, month, 1);
    const length = daysInMonth(year, month);
    const name = (at: number) => `${monthAt(index)}-${padded(at + 1, 2)}` as CalendarDate;
    return {
      starts: Float64Array.from({ length: length + 1 }, (_, at) => startOfDay(first + at)),
      names: Array.from({ length }, (_, at) => name(at)),
    };
  };
  return spans(make, 0, 119_999);
}

function makeCalendar(timeZone: string): Calendar {
  const startOfDay = dayStarts(timeZone);
  const months = monthsOf(startOfDay);
  const days = daysOf(startOfDay);

  function monthOf(i: Instant): Month {
    const milliseconds = epochMilliseconds(i);
    return months.nameAt(milliseconds, 1970 + Math.floor(milliseconds / meanYear));
  }

  function dateOf(i: Instant): CalendarDate {
    const milliseconds = epochMilliseconds(i);
    return days.nameAt(milliseconds, 1970 * 12 + Math.floor(milliseconds / meanMonth));
  }

  function period(m: Month): Interval {
    const { starts } = months.chunk(Number(m.slice(0, 4)));
    const at = monthIndex(m) % 12;
    return { start: nearestInstant(starts[at] ?? 0), end: nearestInstant(starts[at + 1] ?? 0) };
  }

  function startOf(d: CalendarDate): Instant {
    const { starts } = days.chunk(monthIndex(monthOfDate(d)));
    return nearestInstant(starts[Number(d.slice(8)) - 1] ?? 0);
  }

  return { timeZone, monthOf, dateOf, period, startOf };
}

/**
 * The calendar of an IANA time zone, made once and filled as it is used.
 *
 * @throws an assertion where the runtime does not know the zone: check with {@link isTimeZone} first
 * @example
 * ```ts
 * const tokyo = calendar("Asia/Tokyo");
 * tokyo.monthOf(instant("2025-04-30T15:00:00Z")); // → "2025-05"
 * formatInstant(tokyo.period(month("2025-05")).start); // → "2025-04-30T15:00:00Z"
 * ```
 */
export function calendar(timeZone: string): Calendar {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  assert(isTimeZone(timeZone), `Not a time zone: "${timeZone}"`);
  const fresh = makeCalendar(timeZone);
  calendars.set(timeZone, fresh);
  return fresh;
}
