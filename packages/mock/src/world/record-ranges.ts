import {
  type CalendarDate,
  calendar,
  date,
  epochMilliseconds,
  firstDay,
  lastDay,
  type Month,
  month,
  monthOfDate,
  previousMonth,
} from "@flexbill/kernel";
import { addDays, type UsageRecordList } from "@flexbill/twilio";

/** Days from the first to the last, both included. */
export interface DateRange {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** What a client asked for, and what it may be asked for. */
export interface RangeQuery {
  readonly list: UsageRecordList;
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
  readonly created: CalendarDate;
  readonly today: CalendarDate;
}

/** Date ranges, newest first, each made when it is looked at. */
export interface DateRanges {
  readonly count: number;
  at(position: number): DateRange;
}

/**
 * The date ranges of one category's rows, newest first. Undefined: Twilio answers that there is no such resource, as it
 * does for an end before the start; the same is assumed for a range that lies wholly before the account.
 */
export function recordRanges({ list, start, end, created, today }: RangeQuery): DateRanges | undefined {
  if (list in fixedRanges) return single(fixedRanges[list as keyof typeof fixedRanges](today));
  if (start !== undefined && end !== undefined && end < start) return undefined;
  if (end !== undefined && end < created) return undefined;
  const from = start === undefined || start < created ? created : start;
  const to = end === undefined || end > today ? today : end;
  return to < from ? { ...single({ start: from, end: to }), count: 0 } : divided(list, { start: from, end: to });
}

const fixedRanges = {
  Today: (today: CalendarDate): DateRange => ({ start: today, end: today }),
  Yesterday: (today: CalendarDate): DateRange => ({ start: addDays(today, -1), end: addDays(today, -1) }),
  ThisMonth: (today: CalendarDate): DateRange => ({ start: firstDay(monthOfDate(today)), end: today }),
  LastMonth: (today: CalendarDate): DateRange => wholeMonth(previousMonth(monthOfDate(today))),
};

function single(range: DateRange): DateRanges {
  return { count: 1, at: () => range };
}

function divided(list: UsageRecordList, range: DateRange): DateRanges {
  if (list === "Daily") return daysOf(range);
  if (list === "Monthly") {
    const last = ordinalOf(range.end);
    const at = (position: number) => within(wholeMonth(monthAt(last - position)), range);
    return { count: last - ordinalOf(range.start) + 1, at };
  }
  if (list === "Yearly") {
    const last = Number(range.end.slice(0, 4));
    const at = (position: number) => within(wholeYear(String(last - position).padStart(4, "0")), range);
    return { count: last - Number(range.start.slice(0, 4)) + 1, at };
  }
  return single(range);
}

const epoch = date("1970-01-01");

function daysOf({ start, end }: DateRange): DateRanges {
  const day = (date: CalendarDate) => epochMilliseconds(calendar("UTC").startOf(date)) / 86_400_000;
  const last = day(end);
  const at = (position: number) => {
    const date = dateOfDay(last - position);
    return { start: date, end: date };
  };
  return { count: last - day(start) + 1, at };
}

const mostDates = 10_000;
const dates = new Map<number, CalendarDate>();

/** The date of a day, counted from the epoch; pages of days name the same ones again and again. */
function dateOfDay(day: number): CalendarDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= mostDates) dates.clear();
  const made = addDays(epoch, day);
  dates.set(day, made);
  return made;
}

/** Months counted from the year 0. */
function ordinalOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthAt(ordinal: number): Month {
  const year = String(Math.floor(ordinal / 12)).padStart(4, "0");
  return month(`${year}-${String((ordinal % 12) + 1).padStart(2, "0")}`);
}

function wholeMonth(each: Month): DateRange {
  return { start: firstDay(each), end: lastDay(each) };
}

function wholeYear(year: string): DateRange {
  return { start: firstDay(month(`${year}-01`)), end: lastDay(month(`${year}-12`)) };
}

function within(range: DateRange, bounds: DateRange): DateRange {
  const later = range.start < bounds.start ? bounds : range;
  const sooner = range.end < bounds.end ? range : bounds;
  return { start: later.start, end: sooner.end };
}
