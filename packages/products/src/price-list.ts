import {
  type CalendarDate,
  compareText,
  fail,
  firstDay,
  type Issue,
  issue,
  lastDay,
  type Month,
  ok,
  type Result,
} from "@flexbill/kernel";
import { type PriceEntry, rateNameOf } from "./price-entry.ts";

/** Entries of one product, unit and match, the one that begins last first. */
interface Group {
  readonly match: readonly (readonly [string, string])[];
  readonly entries: readonly PriceEntry[];
}

/** Price entries prepared for look-up; make it once with {@link priceList} and use it for every row. */
export interface PriceList {
  readonly entries: readonly PriceEntry[];
  /** The currency of entries that name none. */
  readonly currency: string;
  /** By product, then unit; the groups whose match names most dimensions first. */
  readonly index: ReadonlyMap<string, ReadonlyMap<string, readonly Group[]>>;
}

/** What a row of usage says to a price list. */
export interface PricedRow {
  readonly product: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * Prepares entries for look-up.
 *
 * @example
 * ```ts
 * priceList(shippedBook("twilio-us-2026-08").entries, "USD");
 * ```
 */
export function priceList(entries: readonly PriceEntry[], currency: string): PriceList {
  const index = new Map<string, Map<string, Group[]>>();
  for (const [key, same] of Map.groupBy(entries, groupKey)) {
    const [first] = same;
    if (first === undefined || key === undefined) continue;
    const units = index.get(first.product) ?? new Map<string, Group[]>();
    index.set(first.product, units);
    const group = { match: Object.entries(first.match), entries: same.toSorted(laterFirst) };
    units.set(first.unit, [...(units.get(first.unit) ?? []), group].sort(moreDimensionsFirst));
  }
  return { entries, currency, index };
}

/**
 * The entry that prices a row on a day (formats.md section 1): of those that fit and have begun, the one whose match
 * names most dimensions, then the one that began last. Two different matches that fit equally well, or one match given
 * twice from the same day, are `schema.price-ambiguous`; no entry is no error.
 *
 * @example
 * ```ts
 * const list = priceList(shippedBook("twilio-us-2026-08").entries, "USD");
 * findPrice(list, { product: "video", unit: "participant-minute", dimensions: {} }, date("2025-05-01"));
 * ```
 */
export function findPrice(list: PriceList, row: PricedRow, on: CalendarDate): Result<PriceEntry | undefined> {
  const groups = list.index.get(row.product)?.get(row.unit);
  if (groups === undefined) return nothing;
  let best: PriceEntry | undefined;
  let dimensions = 0;
  for (const group of groups) {
    if (best !== undefined && group.match.length < dimensions) break;
    const entry = matches(group, row.dimensions) ? begun(group, on) : undefined;
    if (entry === undefined) continue;
    if (best !== undefined) return fail([ambiguous(row, best, entry)]);
    if (twice(group, entry)) return fail([ambiguous(row, entry, entry)]);
    [best, dimensions] = [entry, group.match.length];
  }
  return best === undefined ? nothing : ok(best);
}

/**
 * The next entry of the same product, unit and match that begins after the month's first day and inside the month.
 *
 * @example
 * ```ts
 * successor(list, entry, month("2025-05")); // undefined where the price stays
 * ```
 */
export function successor(list: PriceList, entry: PriceEntry, month: Month): PriceEntry | undefined {
  const groups = list.index.get(entry.product)?.get(entry.unit) ?? [];
  const key = groupKey(entry);
  const group = groups.find(({ entries: [first] }) => first !== undefined && groupKey(first) === key);
  return group?.entries.findLast(({ from }) => from !== undefined && from > firstDay(month) && from <= lastDay(month));
}

const nothing: Result<PriceEntry | undefined> = ok(undefined);

function groupKey({ product, unit, match }: PriceEntry): string {
  const pairs = Object.entries(match).sort(([one], [other]) => compareText(one, other));
  return JSON.stringify([product, unit, pairs]);
}

function laterFirst(one: PriceEntry, other: PriceEntry): number {
  return compareText(other.from ?? "", one.from ?? "");
}

function moreDimensionsFirst(one: Group, other: Group): number {
  return other.match.length - one.match.length;
}

function matches({ match }: Group, dimensions: Readonly<Record<string, string>>): boolean {
  for (const [key, value] of match) if (!Object.hasOwn(dimensions, key) || dimensions[key] !== value) return false;
  return true;
}

function begun({ entries }: Group, on: CalendarDate): PriceEntry | undefined {
  return entries.find(({ from }) => from === undefined || from <= on);
}

function twice({ entries }: Group, entry: PriceEntry): boolean {
  return entries.length > 1 && entries.some((other) => other !== entry && other.from === entry.from);
}

function ambiguous(row: PricedRow, one: PriceEntry, other: PriceEntry): Issue {
  const found = [one, other].map((entry) => rateNameOf(entry) || "*").join(" = ");
  const path = `/prices/${row.product}`;
  return issue("schema.price-ambiguous", { path, found, wanted: "one-best-price", params: { product: row.product } });
}
