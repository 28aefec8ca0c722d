import {
  type CalendarDate,
  firstDay,
  lastDay,
  type Month,
  month,
  monthOfDate,
  nextMonth,
  previousMonth,
} from "@flexbill/kernel";
import { addDays, daysBetween, type UsageRecordList } from "@flexbill/twilio";

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

/**
 * The date ranges of one category's rows, newest first. Undefined: Twilio answers that there is no such resource, as it
 * does for an end before the start; the same is assumed for a range that lies wholly before the account.
 */
export function recordRanges({ list, start, end, created, today }: RangeQuery): readonly DateRange[] | undefined {
  if (list in fixedRanges) return [fixedRanges[list as keyof typeof fixedRanges](today)];
  if (start !== undefined && end !== undefined && end < start) return undefined;
  if (end !== undefined && end < created) return undefined;
  const from = start === undefined || start < created ? created : start;
  const to = end === undefined || end > today ? today : end;
  return to < from ? [] : divided(list, { start: from, end: to });
}

const fixedRanges = {
  Today: (today: CalendarDate): DateRange => ({ start: today, end: today }),
  Yesterday: (today: CalendarDate): DateRange => ({ start: addDays(today, -1), end: addDays(today, -1) }),
  ThisMonth: (today: CalendarDate): DateRange => ({ start: firstDay(monthOfDate(today)), end: today }),
  LastMonth: (today: CalendarDate): DateRange => wholeMonth(previousMonth(monthOfDate(today))),
};

function divided(list: UsageRecordList, range: DateRange): readonly DateRange[] {
  if (list === "Daily")
    return [...daysBetween(range.start, range.end)].reverse().map((day) => ({ start: day, end: day }));
  if (list === "Monthly") return monthsIn(range).map((each) => within(wholeMonth(each), range));
  if (list === "Yearly") return yearsIn(range).map((each) => within(wholeYear(each), range));
  return [range];
}

function monthsIn({ start, end }: DateRange): readonly Month[] {
  const months: Month[] = [];
  for (let each = monthOfDate(start); each <= monthOfDate(end); each = nextMonth(each)) months.unshift(each);
  return months;
}

function yearsIn({ start, end }: DateRange): readonly string[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(last - index).padStart(4, "0"));
}

function wholeMonth(each: Month): DateRange {
  return { start: firstDay(each), end: lastDay(each) };
}

function wholeYear(year: string): DateRange {
  return { start: firstDay(month(`${year}-01`)), end: lastDay(month(`${year}-12`)) };
}

function within(range: DateRange, bounds: DateRange): DateRange {
  const [, start = range.start] = [range.start, bounds.start].sort();
  const [end = range.end] = [range.end, bounds.end].sort();
  return { start, end };
}
