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
import { addDays } from "@flexbill/twilio";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { addAll, type Figures, type FiguresByCategory } from "./figures.ts";
import { type MonthLedger, openMonthLedger } from "./month-ledger.ts";
import type { Rating } from "./month-so-far.ts";

/** The usage of one account: computed when first asked for, kept until something new happens. */
export interface AccountUsage {
  /** What the GMT days from `first` to `last`, both included, came to, as known at an instant. */
  figures(first: CalendarDate, last: CalendarDate, asOf: Instant): FiguresByCategory;
  /** Something happened, or is now known to last longer or shorter: days that it changes are computed again. */
  tell(logged: LoggedEvent, isNew: boolean): void;
  /** The clock was put back: nothing that was computed holds. */
  forget(): void;
}

const keptRanges = 4096;

/** The usage of an account over its log; its first month is the one it was created in, or that of its first event. */
export function createAccountUsage(rating: Rating, log: EventLog, created: Instant): AccountUsage {
  const zone = calendar(rating.contract.timeZone);
  const ledgers = new Map<Month, MonthLedger>();
  const ranges = new Map<string, FiguresByCategory>();
  let rangesAsOf: Instant | undefined;

  const ledger = (month: Month): MonthLedger => {
    const open = ledgers.get(month) ?? openMonthLedger(rating, log, zone, month);
    ledgers.set(month, open);
    return open;
  };
  const begin = () => earlier(created, log.earliest() ?? created);
  const sum = (first: CalendarDate, last: CalendarDate, asOf: Instant): FiguresByCategory => {
    const all = new Map<string, Figures>();
    for (const month of monthsOf({ first, last, asOf, begin: begin() }, zone)) {
      for (const { date, figures } of ledger(month).days(asOf)) if (date >= first && date <= last) addAll(all, figures);
    }
    return all;
  };
  const forget = () => {
    ledgers.clear();
    ranges.clear();
  };
  return {
    forget,
    tell: (logged, isNew) => {
      ranges.clear();
      const home = zone.monthOf(logged.begin);
      for (const [month, open] of ledgers) {
        if (month < home || isUntouched(open, logged, isNew)) continue;
        if (!isNew || month !== home || !open.tell(logged)) ledgers.delete(month);
      }
    },
    figures: (first, last, asOf) => {
      if (rangesAsOf === undefined || compareInstants(rangesAsOf, asOf) !== 0 || ranges.size > keptRanges)
        ranges.clear();
      rangesAsOf = asOf;
      const key = `${first}/${last}`;
      const known = ranges.get(key) ?? sum(first, last, asOf);
      ranges.set(key, known);
      return known;
    },
  };
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
  const gmt = calendar("UTC");
  const from = zone.monthOf(later(begin, gmt.startOf(addDays(first, -1))));
  const to = zone.monthOf(earlier(asOf, gmt.startOf(addDays(last, 2))));
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}
