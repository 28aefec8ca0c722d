import { type Calendar, type CalendarDate, daysIn, isBefore, type Month, monthOfDate } from "@flexbill/kernel";
import type { PhoneNumber } from "../events/number.ts";
import { instantOf } from "../instant-of.ts";
import { createTally, type Tally } from "../tally.ts";

/**
 * How many rents of a number fall in a month, each for a month in advance (domain.md 6.5): one with the purchase, and
 * one at the first instant of every later anniversary day, unless the number was released by then.
 */
export function rentsIn(month: Month, zone: Calendar, number: PhoneNumber): number {
  const purchased = instantOf(number.purchased);
  const day = zone.dateOf(purchased);
  const first = monthOfDate(day);
  if (first === month) return 1;
  if (first > month) return 0;
  const due = zone.startOf(anniversary(month, day));
  const released = number.released === null ? undefined : instantOf(number.released);
  return released === undefined || isBefore(due, released) ? 1 : 0;
}

/** The day of the month of the purchase, or the month's last day where it is shorter; it does not drift. */
function anniversary(month: Month, day: CalendarDate): CalendarDate {
  const clamped = Math.min(Number(day.slice(8)), daysIn(month));
  return `${month}-${String(clamped).padStart(2, "0")}` as CalendarDate;
}

/** An empty tally of rents, which nobody in particular pays. */
export function phoneNumberRental(): Tally {
  return createTally("phone-number-rental", "number", ["country", "numberType"]);
}
