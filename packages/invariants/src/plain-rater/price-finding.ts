import type { PriceEntry } from "../request.ts";
import { compare, type Fraction, greatest, least, minus, nothing, plus, readDecimal, times } from "./fraction.ts";
import { beginsInside, type MonthContext } from "./month-context.ts";
import { compareTexts, type UsageRow } from "./usage-row.ts";

/** An entry, with the list where it stands and the currency that it means. */
export interface FoundPrice {
  readonly entry: PriceEntry;
  readonly list: "overrides" | "book";
  readonly currency: string;
}

export type Wanted = Pick<UsageRow, "product" | "unit" | "dimensions">;

/** Section 1, "How a row finds its price": overrides first; the book only where no override fits. */
export function findPrice(row: Wanted, context: MonthContext, bookOnly = false): FoundPrice | undefined {
  const { contract, book } = context;
  const override = bookOnly ? undefined : bestOf(contract.prices?.overrides ?? [], row, context);
  if (override) return { entry: override, list: "overrides", currency: override.currency ?? contract.currency };
  const entry = bestOf(book.entries, row, context);
  return entry && { entry, list: "book", currency: entry.currency ?? book.currency ?? contract.currency };
}

/** Most dimensions win; of one match, the latest `from`. */
function bestOf(entries: readonly PriceEntry[], row: Wanted, { firstDay }: MonthContext): PriceEntry | undefined {
  const values = new Map(row.dimensions);
  const fitting = entries.filter(
    ({ product, unit, match, from }) =>
      product === row.product &&
      unit === row.unit &&
      (from ?? "") <= firstDay &&
      Object.entries(match ?? {}).every(([key, value]) => values.get(key) === value),
  );
  return fitting.reduce<PriceEntry | undefined>(
    (best, entry) => (best && !beats(entry, best) ? best : entry),
    undefined,
  );
}

function beats(entry: PriceEntry, best: PriceEntry): boolean {
  const more = Object.keys(entry.match ?? {}).length - Object.keys(best.match ?? {}).length;
  return more > 0 || (more === 0 && (entry.from ?? "") > (best.from ?? ""));
}

/** Section 4: its `match` values joined by "/" in alphabetical key order. */
export function rateOf({ match }: PriceEntry): string {
  const pairs = Object.entries(match ?? {}).sort(([a], [b]) => compareTexts(a, b));
  return pairs.map(([, value]) => value).join("/");
}

/** Section 6, `price.changed-mid-month`: the same list, product, unit and match, begun inside the month. */
export function noteSuccessor({ entry, list }: FoundPrice, context: MonthContext): void {
  const entries = list === "book" ? context.book.entries : (context.contract.prices?.overrides ?? []);
  const changed = entries.some(
    (other) =>
      other.product === entry.product &&
      other.unit === entry.unit &&
      matchKey(other) === matchKey(entry) &&
      beginsInside(other.from, context.month),
  );
  if (changed) context.issues.add("price.changed-mid-month");
}

function matchKey({ match }: PriceEntry): string {
  return JSON.stringify(Object.entries(match ?? {}).sort(([a], [b]) => compareTexts(a, b)));
}

export interface Priced {
  readonly amount: Fraction;
  /** Units beyond the last `upTo` have no price. */
  readonly complete: boolean;
}

/** Section 1, "How an entry prices a quantity": the units at positions from `start` on. */
export function priceUnits(entry: PriceEntry, start: Fraction, quantity: Fraction, freeApplies: boolean): Priced {
  const end = plus(start, quantity);
  const free = freeApplies ? readDecimal(entry.free ?? "0") : nothing;
  const tiers = entry.tiers ?? [{ price: entry.price ?? "0" }];
  let amount = nothing;
  let lower = nothing;
  for (const { upTo, price } of tiers) {
    const upper = upTo === undefined ? greatest(end, lower) : readDecimal(upTo);
    const from = greatest(greatest(start, lower), free);
    const to = least(end, upper);
    if (compare(from, to) < 0) amount = plus(amount, times(minus(to, from), readDecimal(price)));
    lower = upper;
  }
  return { amount, complete: quantity.top <= 0n || compare(end, lower) <= 0 };
}
