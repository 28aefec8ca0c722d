import {
  type CalendarDate,
  calendar,
  date,
  daysIn,
  epochMilliseconds,
  fromEpochMilliseconds,
  instant,
  type Month,
  monthOfDate,
  nextMonth,
} from "@flexbill/kernel";

const millisecondsPerDay = 86_400_000;

/**
 * So many days later (or earlier).
 *
 * @example
 * ```ts
 * addDays(date("2025-02-28"), 1); // "2025-03-01"
 * ```
 */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  const midnight = epochMilliseconds(instant(`${day}T00:00:00Z`));
  return calendar("UTC").dateOf(fromEpochMilliseconds(midnight + days * millisecondsPerDay));
}

/**
 * The same day of a later month, or that month's last day where it is shorter.
 *
 * @example
 * ```ts
 * addMonths(date("2025-08-31"), 6); // "2026-02-28"
 * ```
 */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  let month: Month = monthOfDate(day);
  for (let step = 0; step < months; step += 1) month = nextMonth(month);
  const dayOfMonth = Math.min(Number(day.slice(-2)), daysIn(month));
  return date(`${month}-${String(dayOfMonth).padStart(2, "0")}`);
}
