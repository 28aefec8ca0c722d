import { type CalendarDate, date, parseDate } from "@flexbill/kernel";

const dayMilliseconds = 86_400_000;

/**
 * The date that `StartDate` or `EndDate` names: a date, or a distance from today such as `-30days` or `+1month`.
 * Undefined where it is neither.
 *
 * @example
 * ```ts
 * readDateFilter("-30days", date("2026-01-31")); // "2026-01-01"
 * ```
 */
export function readDateFilter(text: string, today: CalendarDate): CalendarDate | undefined {
  const parsed = parseDate(text);
  if (parsed.ok) return parsed.value;
  const offset = /^([+ -]?)(\d{1,5})(day|month|year)?s?$/.exec(text);
  if (offset === null) return undefined;
  const count = Number(offset[2]) * (offset[1] === "-" ? -1 : 1);
  return offset[3] === "month" || offset[3] === "year"
    ? addMonths(today, count * (offset[3] === "year" ? 12 : 1))
    : addDays(today, count);
}

/**
 * The date so many days later (earlier where negative).
 *
 * @example
 * ```ts
 * addDays(date("2024-02-28"), 1); // "2024-02-29"
 * ```
 */
export function addDays(from: CalendarDate, days: number): CalendarDate {
  return dateOfMilliseconds(Date.parse(from) + days * dayMilliseconds);
}

/** The same day so many months later, clamped to the last day of that month. */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOfMilliseconds(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** The days from the first to the last, both included; none where the last is before the first. */
export function daysBetween(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const count = Math.floor((Date.parse(last) - Date.parse(first)) / dayMilliseconds) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

const earliest = Date.UTC(1, 0, 1);
const latest = Date.UTC(9999, 11, 31);

function dateOfMilliseconds(milliseconds: number): CalendarDate {
  const within = Math.min(latest, Math.max(earliest, milliseconds));
  return date(new Date(within).toISOString().slice(0, 10));
}
