import {
  type CalendarDate,
  calendar,
  compareInstants,
  earlier,
  type Instant,
  type Interval,
  isBefore,
} from "@flexbill/kernel";
import { addDays } from "@flexbill/twilio";

/** A stretch of a month inside one GMT day: usage of it is dated by that day. */
export interface Stretch {
  readonly date: CalendarDate;
  readonly until: Instant;
  /** The day, or the month, is over: nothing that happens later is dated here. */
  readonly whole: boolean;
  /** The stretch ends the month. */
  readonly closes: boolean;
}

const gmt = calendar("UTC");

/** The GMT days of a period up to an instant, in order; the last one may be unfinished. */
export function stretchesOf(period: Interval, asOf: Instant): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let date = gmt.dateOf(period.start);
  let begin = period.start;
  while (isBefore(begin, period.end) && isBefore(begin, asOf)) {
    const next = gmt.startOf(addDays(date, 1));
    const end = earlier(next, period.end);
    const closes = compareInstants(end, period.end) === 0;
    stretches.push(
      isBefore(asOf, end)
        ? { date, until: asOf, whole: false, closes: false }
        : { date, until: end, whole: true, closes },
    );
    begin = next;
    date = addDays(date, 1);
  }
  return stretches;
}
