import { type CalendarDate, calendar, compareInstants, type Instant, type Month } from "@flexbill/kernel";
import type { Account } from "./account.ts";
import { type LinePart, partsGained } from "./attribution.ts";
import { openGrowingMonth } from "./growing-month.ts";
import { monthSoFar, nothingYet } from "./month-so-far.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";
import { ratingIn } from "./true-terms.ts";

/** What one GMT day added to each line of a month under the true terms, leaf category by leaf category. */
export interface DayParts {
  readonly date: CalendarDate;
  /** False at the month's edge in another zone: the GMT day belongs to two months, and its record shows both. */
  readonly whole: boolean;
  readonly parts: readonly LinePart[];
}

const gmt = calendar("UTC");

/**
 * A month of an account as the world bills it, day by day up to an instant: the parts of a line over all days add up to
 * its amount before it is rounded.
 */
export function monthParts(account: Account, month: Month, asOf: Instant): readonly DayParts[] {
  const { terms, log } = account;
  const rating = ratingIn(terms, month);
  const period = calendar(rating.contract.timeZone).period(month);
  const growing = openGrowingMonth(rating.contract, month, log);
  let before = nothingYet;
  return stretchesOf(period, asOf).map((stretch, index) => {
    const metered = growing.upTo(stretch.until);
    const after = monthSoFar(rating, metered, growing.inbound(), stretch.closes);
    const parts = partsGained(before.lines, after.lines);
    before = after;
    const begin = index === 0 ? period.start : gmt.startOf(stretch.date);
    return { date: stretch.date, whole: isWholeDay(stretch, begin), parts };
  });
}

function isWholeDay({ date, until, whole }: Stretch, begin: Instant): boolean {
  const startsWithDay = compareInstants(begin, gmt.startOf(date)) === 0;
  return whole && startsWithDay && gmt.dateOf(until) !== date;
}
