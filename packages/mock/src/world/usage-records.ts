import { addSeconds, type CalendarDate, calendar, type Decimal, decimal, type Instant, zero } from "@flexbill/kernel";
import { categoryById, totalPrice, type UsageRecord, type UsageRecordList, usageCategories } from "@flexbill/twilio";
import type { Account } from "./account.ts";
import type { UsageOver } from "./account-usage.ts";
import { addFigures, type Figures, noFigures, type Prices } from "./figures.ts";
import { type DateRange, recordRanges } from "./record-ranges.ts";
import type { World } from "./world.ts";

/** What a client asks of Usage Records. */
export interface UsageRecordsQuery {
  readonly list: UsageRecordList;
  readonly category?: string;
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
  readonly includeSubaccounts: boolean;
  /** As it was so many seconds ago. */
  readonly staleSeconds?: number;
  /** Without what happened in the last seconds before. */
  readonly lateSeconds?: number;
}

/** The rows that answer a query, made only when they are looked at. */
export interface UsageRecordsView {
  readonly total: number;
  rowsAt(from: number, to: number): readonly UsageRecord[];
}

const gmt = calendar("UTC");
const allCategories = usageCategories.map(({ id }) => id);

/** Usage Records of an account: by category, newest first. Undefined: there is no such resource. */
export function usageRecords(world: World, account: Account, query: UsageRecordsQuery): UsageRecordsView | undefined {
  const { includeSubaccounts, category, staleSeconds = 0, lateSeconds = 0, ...dates } = query;
  const asOf = before(world.asOf(), staleSeconds);
  const known = before(asOf, lateSeconds);
  const ranges = recordRanges({ ...dates, created: gmt.dateOf(account.created), today: gmt.dateOf(world.now()) });
  if (ranges === undefined) return undefined;
  const categories = category === undefined ? allCategories : categoryById(category) === undefined ? [] : [category];
  const accounts = includeSubaccounts ? withSubaccounts(world, account) : [account];
  const opened = new Map<number, readonly UsageOver[]>();
  const over = (index: number, { start, end }: DateRange): readonly UsageOver[] => {
    const usages = opened.get(index) ?? accounts.map(({ usage }) => usage.over(start, end, known));
    opened.set(index, usages);
    return usages;
  };
  const rowAt = (position: number) => {
    const index = position % ranges.count;
    const range = ranges.at(index);
    const name = categories[Math.floor(position / ranges.count)];
    return range === undefined || name === undefined
      ? []
      : [row({ account, figures: together(over(index, range), name), asOf, range, name, list: query.list })];
  };
  return {
    total: ranges.count * categories.length,
    rowsAt: (from, to) => {
      const rows: UsageRecord[] = [];
      for (let position = from; position < to; position += 1) rows.push(...rowAt(position));
      return rows;
    },
  };
}

function before(at: Instant, seconds: number): Instant {
  return seconds === 0 ? at : addSeconds(at, decimal(-seconds));
}

interface Row {
  readonly account: Account;
  readonly figures: Figures;
  readonly asOf: Instant;
  readonly range: DateRange;
  readonly name: string;
  readonly list: UsageRecordList;
}

function row({ account, figures, asOf, range, name, list }: Row): UsageRecord {
  const [currency, price] = shownPrice(figures.prices, account.contract.currency);
  const isTotal = name === totalPrice;
  return {
    account: account.sid,
    category: name,
    list,
    ...range,
    asOf,
    count: isTotal ? null : figures.count,
    usage: isTotal ? price : figures.usage,
    price,
    currency,
  };
}

/** Amounts are never converted: the account's currency is shown, and another one only where it is the only one. */
function shownPrice(prices: Prices, currency: string): readonly [string, Decimal] {
  const own = prices[currency];
  const [other, ...more] = Object.entries(prices);
  if (own !== undefined || other === undefined || more.length > 0) return [currency, own ?? zero];
  return other;
}

/** What the accounts came to together in a category and a range of days. */
export function figuresOf(
  accounts: readonly Account[],
  category: string,
  { start, end }: DateRange,
  asOf: Instant,
): Figures {
  return together(
    accounts.map(({ usage }) => usage.over(start, end, asOf)),
    category,
  );
}

function together(all: readonly UsageOver[], category: string): Figures {
  return all.reduce<Figures>((sum, each) => {
    const figures = each.of(category);
    if (figures === noFigures) return sum;
    return sum === noFigures ? figures : addFigures(sum, figures);
  }, noFigures);
}

/** An account and those below it. */
export function withSubaccounts(world: World, account: Account): readonly Account[] {
  const below = [...world.accounts.values()].filter(({ sid, owner }) => owner === account.sid && sid !== account.sid);
  return [account, ...below];
}
