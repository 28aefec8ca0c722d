import { assert } from "./assert.ts";
import { daysInMonth, padded } from "./civil.ts";
import { issue } from "./issue.ts";
import { fail, ok, type Result } from "./result.ts";

declare const monthBrand: unique symbol;

/** A calendar month "YYYY-MM". */
export type Month = `${number}-${number}` & { readonly [monthBrand]: true };

/** Months counted from 0000-01. */
export function monthIndex(m: Month): number {
  return Number(m.slice(0, 4)) * 12 + Number(m.slice(5)) - 1;
}

/** The month of a count from 0000-01; asserts the years 0000 to 9999. */
export function monthAt(index: number): Month {
  assert(index >= 0 && index < 120_000, "A month is in the years 0000 to 9999");
  return `${padded(Math.floor(index / 12), 4)}-${padded((index % 12) + 1, 2)}` as Month;
}

/**
 * Reads a month "YYYY-MM" in the years 0001 to 9998, so that each has a neighbour. Issue: `schema.month`.
 *
 * @example
 * ```ts
 * parseMonth("2025-05").ok; // → true
 * parseMonth("2025-13").ok; // → false
 * ```
 */
export function parseMonth(text: string): Result<Month> {
  if (/^(?!0000|9999)\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return ok(text as Month);
  return fail([issue("schema.month", { found: text, wanted: "month" })]);
}

/**
 * The month of a literal of the program. For anything read, use {@link parseMonth}.
 *
 * @throws an assertion where the text is no month
 * @example
 * ```ts
 * month("2025-05"); // → "2025-05"
 * ```
 */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  assert(parsed.ok, `Not a month: "${text}"`);
  return parsed.value;
}

/**
 * The month after.
 *
 * @throws an assertion after 9999-12
 * @example
 * ```ts
 * nextMonth(month("2025-12")); // → "2026-01"
 * ```
 */
export function nextMonth(m: Month): Month {
  return monthAt(monthIndex(m) + 1);
}

/**
 * The month before.
 *
 * @throws an assertion before 0000-01
 * @example
 * ```ts
 * previousMonth(month("2025-01")); // → "2024-12"
 * ```
 */
export function previousMonth(m: Month): Month {
  return monthAt(monthIndex(m) - 1);
}

/**
 * −1, 0 or 1, as a is before, the same as or after b.
 *
 * @example
 * ```ts
 * compareMonths(month("2024-12"), month("2025-01")); // → -1
 * ```
 */
export function compareMonths(a: Month, b: Month): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The number of calendar days in the month, whatever the clocks did.
 *
 * @example
 * ```ts
 * daysIn(month("2024-02")); // → 29
 * ```
 */
export function daysIn(m: Month): number {
  return daysInMonth(Number(m.slice(0, 4)), Number(m.slice(5)));
}
