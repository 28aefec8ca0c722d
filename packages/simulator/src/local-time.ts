import {
  type Calendar,
  type CalendarDate,
  epochMilliseconds,
  fromEpochMilliseconds,
  type Interval,
} from "@flexbill/kernel";

const daySeconds = 86_400;

/** The second since 1970 at which a local day begins. */
export const dayStart = (calendar: Calendar, day: CalendarDate): number =>
  Math.floor(epochMilliseconds(calendar.startOf(day)) / 1000);

/** The local date at a second since 1970. */
export const dateAt = (calendar: Calendar, second: number): CalendarDate =>
  calendar.dateOf(fromEpochMilliseconds(second * 1000));

/** The local day after this one, whether it has 23, 24 or 25 hours: its 36th hour always falls inside the next. */
export const dayAfter = (calendar: Calendar, day: CalendarDate): CalendarDate =>
  dateAt(calendar, dayStart(calendar, day) + 1.5 * daySeconds);

/**
 * The second at which a local clock shows a time of day. Clocks are moved in the small hours, so times from 04:00 on
 * are counted back from the end of the day.
 */
export function clockTime(calendar: Calendar, day: CalendarDate, minutes: number): number {
  if (minutes < 240) return dayStart(calendar, day) + minutes * 60;
  return dayStart(calendar, dayAfter(calendar, day)) - daySeconds + minutes * 60;
}

/** The local days that a period touches, in order. */
export function daysOf(calendar: Calendar, period: Interval): readonly CalendarDate[] {
  const end = epochMilliseconds(period.end) / 1000;
  const days: CalendarDate[] = [];
  for (let day = calendar.dateOf(period.start); dayStart(calendar, day) < end; day = dayAfter(calendar, day))
    days.push(day);
  return days;
}

/** The day of the week of a date, Sunday being 0. */
export function weekday(day: CalendarDate): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}
