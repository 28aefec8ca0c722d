import { type CalendarDate, firstDay, type Month, monthOfDate } from "@flexbill/kernel";

/** Whether a date is after the first day of the month and inside it: what begins then waits for the next month. */
export function beginsInside(from: CalendarDate | undefined, month: Month): boolean {
  return from !== undefined && monthOfDate(from) === month && from !== firstDay(month);
}
