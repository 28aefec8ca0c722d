import {
  type Calendar,
  type CalendarDate,
  epochMilliseconds,
  fromEpochMilliseconds,
  monthOfDate,
} from "@flexbill/kernel";

/** Milliseconds of a minute, an hour and a day without a change of clocks. */
export const minuteLength = 60_000;
export const hourLength = 3_600_000;
export const dayLength = 86_400_000;

/** The instant, in milliseconds since 1970, at which a local day begins. */
export const dayStart = (calendar: Calendar, day: CalendarDate): number => epochMilliseconds(calendar.startOf(day));

/** The local date at an instant. */
export const dateAt = (calendar: Calendar, at: number): CalendarDate => calendar.dateOf(fromEpochMilliseconds(at));

/** The local day after this one, whether it has 23, 24 or 25 hours: its 36th hour always falls inside the next. */
export const dayAfter = (calendar: Calendar, day: CalendarDate): CalendarDate =>
  dateAt(calendar, dayStart(calendar, day) + 1.5 * dayLength);

/** The local day before this one. */
export const dayBefore = (calendar: Calendar, day: CalendarDate): CalendarDate =>
  dateAt(calendar, dayStart(calendar, day) - dayLength / 2);

/**
 * When a local clock shows a time of day. Clocks are moved in the small hours, so times from 04:00 on are counted back
 * from the end of the day.
 */
export function clockTime(calendar: Calendar, day: CalendarDate, minutes: number): number {
  if (minutes < 240) return dayStart(calendar, day) + minutes * minuteLength;
  return dayStart(calendar, dayAfter(calendar, day)) - dayLength + minutes * minuteLength;
}

/** The days since 1970 of a date. */
export function dayNumber(day: CalendarDate): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date) / dayLength;
}

/** The day of the week of a date, Sunday being 0; 1 January 1970 was a Thursday. */
export const weekday = (day: CalendarDate): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** The months since year 0 of a date's month. */
export function monthNumber(day: CalendarDate): number {
  const month = monthOfDate(day);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** "HH:MM" as minutes of the day. */
export const clockMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
