import {
  type Calendar,
  type CalendarDate,
  compareInstants,
  type Decimal,
  type Instant,
  isBefore,
  isPositive,
  type Month,
  zero,
} from "@flexbill/kernel";
import { categoryById, totalPrice } from "@flexbill/twilio";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { addAll, addFigures, type Figures, type FiguresByCategory, noFigures, subtractFigures } from "./figures.ts";
import { openGrowingMonth } from "./growing-month.ts";
import { monthSoFar, type Rating, uncategorised } from "./month-so-far.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

/** What one GMT day added to every category, roll-ups and `totalprice` included. */
export interface DayFigures {
  readonly date: CalendarDate;
  readonly figures: FiguresByCategory;
}

/** The days of one month of one account, settled up to an instant. A day that is over is computed once; an earlier instant costs a metering anew. */
export interface MonthLedger {
  days(asOf: Instant): readonly DayFigures[];
  /** Takes what happened since; false where it changes days that are already settled. */
  tell(logged: LoggedEvent): boolean;
  /** Up to where the days are settled. */
  reached(): Instant | undefined;
}

/** Opens the ledger of a month over what the log holds now. */
export function openMonthLedger(rating: Rating, log: EventLog, calendar: Calendar, month: Month): MonthLedger {
  const period = calendar.period(month);
  const begin = () => {
    const events = log.relevantTo(month, { earlierPresence: givesFreeHours(rating) });
    return openGrowingMonth(rating.contract, month, period.start, events);
  };
  const finished: DayFigures[] = [];
  const settledAfter: FiguresByCategory[] = [];
  let growing = begin();
  let unfinished: { readonly until: Instant; readonly day: DayFigures } | undefined;

  const leavesAt = ({ until, closes }: Stretch) => {
    const reached = growing.reached();
    if (reached !== undefined && isBefore(until, reached)) growing = begin();
    return withCounts(monthSoFar(rating, growing.upTo(until), closes), growing.counts());
  };
  const gained = (leaves: FiguresByCategory, before: number) =>
    rolledUp(gain(settledAfter[before - 1] ?? new Map(), leaves));
  const finish = (stretch: Stretch) => {
    const leaves = leavesAt(stretch);
    finished.push({ date: stretch.date, figures: gained(leaves, finished.length) });
    settledAfter.push(leaves);
  };
  const unfinishedDay = (stretch: Stretch, before: number): DayFigures => {
    if (unfinished === undefined || compareInstants(unfinished.until, stretch.until) !== 0) {
      const figures = gained(leavesAt(stretch), before);
      unfinished = { until: stretch.until, day: { date: stretch.date, figures } };
    }
    return unfinished.day;
  };

  return {
    tell: (logged) => growing.tell(logged),
    reached: () => growing.reached(),
    days: (asOf) => {
      const stretches = stretchesOf(period, asOf);
      const whole = stretches.filter((stretch) => stretch.whole);
      for (const stretch of whole.slice(finished.length)) finish(stretch);
      const last = stretches.at(-1);
      const days = finished.slice(0, whole.length);
      return last === undefined || last.whole ? days : [...days, unfinishedDay(last, whole.length)];
    },
  };
}

function givesFreeHours({ contract }: Rating): boolean {
  return contract.plan.some(({ freeHours }) => freeHours !== undefined && isPositive(freeHours));
}

function withCounts(leaves: FiguresByCategory, counts: ReadonlyMap<string, Decimal>): FiguresByCategory {
  return new Map(
    [...leaves].map(([category, figures]) => [category, { ...figures, count: counts.get(category) ?? figures.usage }]),
  );
}

function gain(before: FiguresByCategory, after: FiguresByCategory): FiguresByCategory {
  const categories = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...categories].map((category) => [
      category,
      subtractFigures(after.get(category) ?? noFigures, before.get(category) ?? noFigures),
    ]),
  );
}

/** Adds every leaf to the categories above it, and its price to `totalprice`. */
function rolledUp(leaves: FiguresByCategory): FiguresByCategory {
  const all = new Map<string, Figures>();
  for (const [leaf, figures] of leaves) {
    if (leaf !== uncategorised)
      addAll(all, new Map([leaf, ...containersOf(leaf)].map((category) => [category, figures])));
    const total = all.get(totalPrice) ?? noFigures;
    all.set(totalPrice, addFigures(total, { usage: zero, count: zero, prices: figures.prices }));
  }
  return all;
}

function containersOf(leaf: string): readonly string[] {
  return categoryById(leaf)?.containers ?? [];
}
