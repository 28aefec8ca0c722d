import type { Contract, PlanEntry, PriceBook, RatingRequest } from "../request.ts";
import { firstDayOf, lastDayOf, type Moment, periodOf, readMoment, type Span } from "./calendar.ts";

/** What every rule asks about the month being rated. */
export interface MonthContext {
  readonly contract: Contract;
  readonly month: string;
  readonly zone: string;
  readonly period: Span;
  readonly firstDay: string;
  readonly asOf: Moment | undefined;
  readonly plan: PlanEntry | undefined;
  /** active-user-hour or named-user: Standard Products come with allowances. */
  readonly fairUsage: boolean;
  readonly book: PriceBook;
  readonly issues: Set<string>;
  readonly assumption: (key: keyof typeof defaults) => string;
}

/** formats.md section 5, the keys that change an invoice. */
const defaults = {
  "limits.pooling": "strict-per-user",
  "limits.unattributed": "separate-bucket",
  "overage.priceBook": "contract",
  "overage.tierStart": "zero",
  "overage.freeUnits": "false",
  "named.method": "peak",
  "voice.connectivityPrice": "range",
  "rounding.mode": "half-up",
} as const;

/** "The entry with the latest `from` that is not after the moment in question" (Common rules). */
export function inForce<Entry extends { readonly from?: string }>(
  entries: readonly Entry[],
  day: string,
): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    if ((entry.from ?? "") > day) continue;
    if (!found || (entry.from ?? "") > (found.from ?? "")) found = entry;
  }
  return found;
}

export function beginsInside(from: string | undefined, month: string): boolean {
  return from !== undefined && from > firstDayOf(month) && from <= lastDayOf(month);
}

export function contextOf(request: RatingRequest, books: ReadonlyMap<string, PriceBook>): MonthContext {
  const { contract, month } = request;
  const zone = contract.timeZone ?? "UTC";
  const firstDay = firstDayOf(month);
  const plan = inForce(contract.plan ?? [], firstDay);
  return {
    contract,
    month,
    zone,
    firstDay,
    period: periodOf(zone, month),
    asOf: request.asOf === undefined ? undefined : readMoment(request.asOf),
    plan,
    fairUsage: plan?.model === "active-user-hour" || plan?.model === "named-user",
    book: bookOf(request, books),
    issues: new Set(),
    assumption: (key) => String(contract.assumptions?.[key] ?? defaults[key]),
  };
}

/** Section 8: the request's book, whatever the contract's says, which stands in only where it is absent. */
function bookOf(request: RatingRequest, books: ReadonlyMap<string, PriceBook>): PriceBook {
  if (Array.isArray(request.priceBook)) return { entries: request.priceBook };
  const name = request.priceBook ?? request.contract.prices?.book;
  if (name === undefined) return { entries: [] };
  const book = books.get(String(name));
  if (!book) throw new Error(`No book ${name}`);
  return book;
}
