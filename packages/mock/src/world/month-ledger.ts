import {
  type Calendar,
  type CalendarDate,
  compareInstants,
  type Instant,
  isBefore,
  type Month,
} from "@flexbill/kernel";
import type { Metered } from "@flexbill/usage";
import { beforeIt, figuresGained, type MonthPoint } from "./day-gain.ts";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { addFigures, type Figures, type FiguresByCategory, noFigures } from "./figures.ts";
import { type GrowingMonth, openGrowingMonth } from "./growing-month.ts";
import { keptFor } from "./kept-for.ts";
import { monthSoFar, type Rating } from "./month-so-far.ts";
import { createRunningSums } from "./running-sums.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

/** The days of one month of one account, settled up to an instant. A day that is over is computed once; an earlier instant costs a metering anew. */
export interface MonthLedger {
  /** What a leaf category, or `totalprice`, gained on the GMT days of this month from one to another, both included. */
  gained(leaf: string, first: CalendarDate, last: CalendarDate, asOf: Instant): Figures;
  /** The leaf categories, and `totalprice`, that gained anything up to an instant; maybe some that gained it later. */
  leaves(asOf: Instant): Iterable<string>;
  /** Takes what happened since; false where it changes days that are already settled. */
  tell(logged: LoggedEvent): boolean;
  /** Up to where the days are settled. */
  reached(): Instant | undefined;
}

/** Opens the ledger of a month over what the log holds now. */
export function openMonthLedger(rating: Rating, log: EventLog, calendar: Calendar, month: Month): MonthLedger {
  const period = calendar.period(month);
  const begin = () => openGrowingMonth(rating.contract, month, log);
  const days = createRunningSums();
  const dates: CalendarDate[] = [];
  let growing: GrowingMonth | undefined = begin();
  let settled: MonthPoint = beforeIt;
  let ended: Instant | undefined;
  let today: Today | undefined;

  const rated = ratedAsItGrows(rating);
  const pointAt = (stretch: Stretch): MonthPoint => {
    const reached = growing?.reached();
    if (growing === undefined || (reached !== undefined && isBefore(stretch.until, reached))) growing = begin();
    return rated(growing, stretch);
  };
  const finish = (stretch: Stretch) => {
    const point = pointAt(stretch);
    days.push(figuresGained(settled, point));
    dates.push(stretch.date);
    settled = point;
    if (!stretch.closes) return;
    days.seal();
    [growing, settled, ended] = [undefined, beforeIt, stretch.until];
  };
  /** Where the month stood after so many days; an earlier one than it has reached is metered anew. */
  const pointAfter = (whole: number): MonthPoint => {
    if (whole === dates.length && ended === undefined) return settled;
    growing = begin();
    const stretch = stretchesOf(period, period.end)[whole - 1];
    return stretch === undefined ? beforeIt : pointAt(stretch);
  };
  /** Settles the days that are over, and says what the unfinished one came to so far. */
  const settle = keptFor((asOf: Instant): Today | undefined => {
    if (ended !== undefined && !isBefore(asOf, ended)) return undefined;
    const stretches = stretchesOf(period, asOf);
    const whole = stretches.filter((stretch) => stretch.whole);
    for (const stretch of whole.slice(dates.length)) finish(stretch);
    const last = stretches.at(-1);
    if (last === undefined || last.whole) return undefined;
    if (today === undefined || compareInstants(today.until, last.until) !== 0) {
      const figures = figuresGained(pointAfter(whole.length), pointAt(last));
      today = { until: last.until, date: last.date, after: whole.length, figures };
    }
    return today;
  });
  const wholeDays = (asOf: Instant) =>
    ended !== undefined && !isBefore(asOf, ended) ? dates.length : stretchesOf(period, asOf).length;
  return {
    tell: (logged) => ended === undefined && growing?.tell(logged) === true,
    reached: () => ended ?? growing?.reached(),
    leaves: (asOf) => {
      const open = settle(asOf);
      return [...days.categories, ...(open?.figures.keys() ?? [])];
    },
    gained: (leaf, first, last, asOf) => {
      const open = settle(asOf);
      const known = open === undefined ? wholeDays(asOf) : open.after;
      const [from, to] = stepsOf(dates.slice(0, known), first, last);
      const whole = from < 0 || to < from ? noFigures : days.between(leaf, from, to);
      const isAsked = open !== undefined && open.date >= first && open.date <= last;
      return isAsked ? addFigures(whole, open.figures.get(leaf) ?? noFigures) : whole;
    },
  };
}

/** The first and the last of the days that lie between two dates, by position; -1 where there is none. */
function stepsOf(dates: readonly CalendarDate[], first: CalendarDate, last: CalendarDate): readonly [number, number] {
  return [dates.findIndex((date) => date >= first), dates.findLastIndex((date) => date <= last)];
}

/** Where a growing month stands: on days when nothing goes on in it, it stays where it stood and is not rated again. */
function ratedAsItGrows(rating: Rating): (growing: GrowingMonth, stretch: Stretch) => MonthPoint {
  let last: { readonly metered: Metered; readonly point: MonthPoint } | undefined;
  return (growing, { until, closes }) => {
    const metered = growing.upTo(until);
    if (last?.metered === metered && !closes) return last.point;
    const month = monthSoFar(rating, metered, growing.inbound(), closes);
    const point = { ...month, counts: new Map(growing.counts()) };
    last = closes ? undefined : { metered, point };
    return point;
  };
}

/** The day that is not over yet: what it came to up to an instant. */
interface Today {
  readonly until: Instant;
  readonly date: CalendarDate;
  /** How many days of the month are over before it. */
  readonly after: number;
  readonly figures: FiguresByCategory;
}
