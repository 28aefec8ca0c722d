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
import { addDays, categoryById, leavesIn } from "@flexbill/twilio";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { addFigures, type Figures, noFigures } from "./figures.ts";
import { type MonthLedger, openMonthLedger } from "./month-ledger.ts";
import type { Rating } from "./month-so-far.ts";

/** What an account came to on some GMT days, as known at an instant. */
export interface UsageOver {
  of(category: string): Figures;
}

/** The usage of one account: computed when first asked for, kept until something new happens. */
export interface AccountUsage {
  /** What it came to on the GMT days from `first` to `last`, both included, as known at an instant. */
  over(first: CalendarDate, last: CalendarDate, asOf: Instant): UsageOver;
  /** Something happened, or is now known to last longer or shorter: days that it changes are computed again. */
  tell(logged: LoggedEvent, isNew: boolean): void;
}

const keptRanges = 256;

/** The usage of an account over its log; its first month is the one it was created in, or that of its first event. */
export function createAccountUsage(
  ratingIn: (month: Month) => Rating,
  zone: Calendar,
  log: EventLog,
  created: Instant,
): AccountUsage {
  const ledgers = new Map<Month, MonthLedger>();
  const ranges = new Map<string, UsageOver>();
  const touchedIn = new Map<string, ReadonlySet<string>>();
  let rangesAsOf: Instant | undefined;
  const past = new Map<string, Past>();

  const ledger = (month: Month): MonthLedger => {
    const open = ledgers.get(month) ?? openMonthLedger(ratingIn(month), log, zone, month);
    ledgers.set(month, open);
    return open;
  };
  const begin = () => earlier(created, log.earliest() ?? created);
  /** The categories that anything was used or paid in, over months: few of all that there are. */
  const touched = (months: readonly Month[], asOf: Instant): ReadonlySet<string> => {
    const key = `${months[0]}/${months.at(-1)}`;
    const known = touchedIn.get(key) ?? new Set(months.flatMap((month) => withContainers(ledger(month).leaves(asOf))));
    touchedIn.set(key, known);
    return known;
  };
  const open = (first: CalendarDate, last: CalendarDate, asOf: Instant): UsageOver => {
    const months = monthsOf({ first, last, asOf, begin: begin() }, zone);
    return overLeaves(touched(months, asOf), (leaf) => leafOver(leaf, months, { first, last, asOf }));
  };
  const forget = () => {
    ranges.clear();
    touchedIn.clear();
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
      forget();
      const home = isFee(logged) ? zone.monthOf(begin()) : zone.monthOf(logged.begin);
      for (const [leaf, { through }] of past) if (home <= through) past.delete(leaf);
      for (const [month, open] of ledgers) {
        if (month < home || isUntouched(open, logged, isNew)) continue;
        if (!isNew || month !== zone.monthOf(logged.begin) || !open.tell(logged)) ledgers.delete(month);
      }
    },
    over: (first, last, asOf) => {
      if (rangesAsOf === undefined || compareInstants(rangesAsOf, asOf) !== 0 || ranges.size > keptRanges) forget();
      rangesAsOf = asOf;
      const key = `${first}/${last}`;
      const known = ranges.get(key) ?? open(first, last, asOf);
      ranges.set(key, known);
      return known;
    },
  };
}

const gmt = calendar("UTC");

/** Figures by category, added up from leaves when they are first asked for. */
function overLeaves(touched: ReadonlySet<string>, figuresOf: (leaf: string) => Figures): UsageOver {
  const known = new Map<string, Figures>();
  const sum = (category: string) =>
    leavesIn(category)
      .filter((leaf) => touched.has(leaf))
      .reduce((all, leaf) => addFigures(all, figuresOf(leaf)), noFigures);
  return {
    of: (category) => {
      if (!touched.has(category)) return noFigures;
      const figures = known.get(category) ?? sum(category);
      known.set(category, figures);
      return figures;
    },
  };
}

function withContainers(leaves: Iterable<string>): readonly string[] {
  return [...leaves].flatMap((leaf) => [leaf, ...(categoryById(leaf)?.containers ?? [])]);
}

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
