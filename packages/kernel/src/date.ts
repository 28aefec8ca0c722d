import { assert } from "./assert.ts";
import { daysInMonth } from "./civil.ts";
import { issue } from "./issue.ts";
import { daysIn, type Month } from "./month.ts";
import { fail, ok, type Result } from "./result.ts";

declare const dateBrand: unique symbol;

/** A calendar date "YYYY-MM-DD" that exists. */
export type CalendarDate = `${number}-${number}-${number}` & { readonly [dateBrand]: true };

/**
 * Reads a date "YYYY-MM-DD". Issue: `schema.date`, for a day that the month does not have, too.
 *
 * @example
 * ```ts
 * parseDate("2024-02-29").ok; // → true
 * parseDate("2025-02-29").ok; // → false
 * ```
 */
export function parseDate(text: string): Result<CalendarDate> {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const [year, monthOfYear, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
    const inYear = monthOfYear >= 1 && monthOfYear <= 12;
    if (inYear && day >= 1 && day <= daysInMonth(year, monthOfYear)) return ok(text as CalendarDate);
  }
  return fail([issue("schema.date", { found: text, wanted: "date" })]);
}

/**
 * The date of a literal of the program. For anything read, use {@link parseDate}.
 *
 * @throws an assertion where the text is no date
 * @example
 * ```ts
 * date("2025-05-01"); // → "2025-05-01"
 * ```
 */
export function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  assert(parsed.ok, `Not a date: "${text}"`);
  return parsed.value;
}

/**
 * The month's first day.
 *
 * @example
 * ```ts
 * firstDay(month("2025-05")); // → "2025-05-01"
 * ```
 */
export function firstDay(m: Month): CalendarDate {
  return `${m}-01` as CalendarDate;
}

/**
 * The month's last day.
 *
 * @example
 * ```ts
 * lastDay(month("2025-02")); // → "2025-02-28"
 * ```
 */
export function lastDay(m: Month): CalendarDate {
  return `${m}-${daysIn(m)}` as CalendarDate;
}

/**
 * The month in which a date lies.
 *
 * @example
 * ```ts
 * monthOfDate(date("2025-05-31")); // → "2025-05"
 * ```
 */
export function monthOfDate(d: CalendarDate): Month {
  return d.slice(0, 7) as Month;
}
