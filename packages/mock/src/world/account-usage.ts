import {
  type Calendar,
  type CalendarDate,
  calendar,
  compareInstants,
  earlier,
  type Instant,
  isBefore,
  later,
  type Month,
  nextMonth,
} from "@flexbill/kernel";
import { addDays, leavesIn } from "@flexbill/twilio";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { addFigures, type Figures, noFigures } from "./figures.ts";
import { type MonthLedger, openMonthLedger } from "./month-ledger.ts";
import type { Rating } from "./month-so-far.ts";

/** The usage of one account: computed when first asked for, kept until something new happens. */
export interface AccountUsage {
  /** What a category came to on the GMT days from `first` to `last`, both included, as known at an instant. */
  figures(category: string, first: CalendarDate, last: CalendarDate, asOf: Instant): Figures;
  /** Something happened, or is now known to last longer or shorter: days that it changes are computed again. */
  tell(logged: LoggedEvent, isNew: boolean): void;
}

const keptRanges = 1024;

/** The usage of an account over its log; its first month is the one it was created in, or that of its first event. */
export function createAccountUsage(
  ratingIn: (month: Month) => Rating,
  zone: Calendar,
  log: EventLog,
  created: Instant,
): AccountUsage {
  const ledgers = new Map<Month, MonthLedger>();
  const ranges = new Map<string, Figures>();
  let rangesAsOf: Instant | undefined;
  const past = new Map<string, Past>();

  const ledger = (month: Month): MonthLedger => {
    const open = ledgers.get(month) ?? openMonthLedger(ratingIn(month), log, zone, month);
    ledgers.set(month, open);
    return open;
  };
  const begin = () => earlier(created, log.earliest() ?? created);
  const sum = (category: string, first: CalendarDate, last: CalendarDate, asOf: Instant): Figures => {
    const leaves = leavesIn(category);
    const months = monthsOf({ first, last, asOf, begin: begin() }, zone);
    return leaves.reduce((all, leaf) => addFigures(all, leafOver(leaf, months, { first, last, asOf })), noFigures);
  };
  /** What a leaf came to over months; whole ones from the very first are added up once and remembered. */
  const leafOver = (leaf: string, months: readonly Month[], { first, last, asOf }: Omit<Span, "begin">): Figures => {
    const gain = (month: Month) => ledger(month).gained(leaf, first, last, asOf);
    const through = months.at(-3);
    const isWhole = through !== undefined && last >= gmt.dateOf(zone.period(through).end);
    const fromBegin = isWhole && first <= gmt.dateOf(begin()) ? through : undefined;
    const known = fromBegin === undefined ? undefined : past.get(leaf);
    const usable = known !== undefined && fromBegin !== undefined && known.through <= fromBegin ? known : undefined;
    let all = usable?.figures ?? noFigures;
    for (const month of months) {
      if (usable !== undefined && month <= usable.through) continue;
      all = addFigures(all, gain(month));
      if (month === fromBegin) past.set(leaf, { through: month, figures: all });
    }
    return all;
  };
  return {
    tell: (logged, isNew) => {
      ranges.clear();
      const home = isFee(logged) ? zone.monthOf(begin()) : zone.monthOf(logged.begin);
      for (const [leaf, { through }] of past) if (home <= through) past.delete(leaf);
      for (const [month, open] of ledgers) {
        if (month < home || isUntouched(open, logged, isNew)) continue;
        if (!isNew || month !== zone.monthOf(logged.begin) || !open.tell(logged)) ledgers.delete(month);
      }
    },
    figures: (category, first, last, asOf) => {
      if (rangesAsOf === undefined || compareInstants(rangesAsOf, asOf) !== 0 || ranges.size > keptRanges)
        ranges.clear();
      rangesAsOf = asOf;
      const key = `${category}/${first}/${last}`;
      const known = ranges.get(key) ?? sum(category, first, last, asOf);
      ranges.set(key, known);
      return known;
    },
  };
}

const gmt = calendar("UTC");

/** A fee may stand for one that a message of an earlier month carried. */
function isFee({ event }: LoggedEvent): boolean {
  return event.type === "dev.flexbill.fee";
}

/** What a leaf came to from the very first month through another one. */
interface Past {
  readonly through: Month;
  readonly figures: Figures;
}

/** What changes after the point that a ledger has reached is read when the ledger gets there. */
function isUntouched(ledger: MonthLedger, { begin, end }: LoggedEvent, isNew: boolean): boolean {
  const reached = ledger.reached();
  if (isNew) return false;
  return reached === undefined || end === null || !isBefore(end ?? begin, reached);
}

interface Span {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly begin: Instant;
  readonly asOf: Instant;
}

/** The months, in the account's zone, that may hold usage of these GMT days: a zone's day lies up to a day aside. */
function monthsOf({ first, last, begin, asOf }: Span, zone: Calendar): readonly Month[] {
  const from = zone.monthOf(later(begin, gmt.startOf(addDays(first, -1))));
  const to = zone.monthOf(earlier(asOf, gmt.startOf(addDays(last, 2))));
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}
