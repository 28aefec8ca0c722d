import { type Charge, priceBands } from "@flexbill/charges";
import {
  type CalendarDate,
  type Exact,
  equals,
  firstDay,
  isZero,
  month as monthOf,
  subtract,
  zero,
} from "@flexbill/kernel";
import { findPrice, type PriceBook, type PriceEntry, type PriceList, priceList, rateNameOf } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { PricedPart } from "./charge-parts.ts";

/** Where a list price comes from: the published book, or the contract where the book has none. */
export type ListPriceSource = "book" | "contract";

/** A list price: what a unit costs, which of the list's prices it is, and where the list is. */
export interface ListPrice {
  readonly price: Exact;
  /** `list`, `free` or the number of a tier, such as `tier2`. */
  readonly name: string;
  readonly source: ListPriceSource;
}

/** The list prices of a month. */
export interface ListPrices {
  /** What the units of a part cost by the book; by the contract where the book does not say. */
  readonly ofPart: (charge: Charge, part: PricedPart) => ListPrice;
  /** What usage inside an allowance would have cost; undefined where nobody has a price for it. */
  readonly ofIncluded: (
    charge: Charge,
    quantity: Exact,
  ) => readonly (ListPrice & { readonly quantity: Exact })[] | undefined;
}

/** The prices of a published book and of a contract, in the month of an invoice. */
export function listPrices(contract: Contract, book: PriceBook, month: string): ListPrices {
  const day = firstDay(monthOf(month));
  const published = priceList(book.entries, book.currency ?? contract.currency);
  const agreed = priceList(contract.prices.overrides, contract.currency);
  return {
    ofPart: (charge, part) => {
      const from = part.source?.split("/")[0] ?? "book";
      const source = from === "book" ? "book" : "contract";
      if (part.free) return { price: zero, name: "free", source };
      const own = from === "plan" ? undefined : entryOf(source === "book" ? published : agreed, charge, day);
      const name = own === undefined ? "list" : tierName(own, part.price);
      const listed = source === "book" ? undefined : entryOf(published, charge, day)?.price;
      return listed === undefined ? { price: part.price, name, source } : { price: listed, name, source: "book" };
    },
    ofIncluded: (charge, quantity) =>
      valued(published, "book", charge, { quantity, day }) ?? valued(agreed, "contract", charge, { quantity, day }),
  };
}

const begun = (entry: PriceEntry, day: CalendarDate): boolean => entry.from === undefined || entry.from <= day;

/** The entry that a charge's rate names, in the charge's currency. */
function entryOf(list: PriceList, charge: Charge, day: CalendarDate): PriceEntry | undefined {
  const { product, unit, rate, currency } = charge;
  const fits = list.entries.filter(
    (entry) =>
      entry.product === product &&
      entry.unit === unit &&
      rateNameOf(entry) === rate &&
      (entry.currency ?? list.currency) === currency &&
      begun(entry, day),
  );
  return fits.reduce<PriceEntry | undefined>(
    (latest, entry) => (latest === undefined || (entry.from ?? "") > (latest.from ?? "") ? entry : latest),
    undefined,
  );
}

/** The entry of usage whose dimensions nobody kept: the one without any, or the price that all have in common. */
function commonEntry(list: PriceList, { product, unit }: Charge, day: CalendarDate): PriceEntry | undefined {
  const found = findPrice(list, { product, unit, dimensions: {} }, day);
  if (found.ok && found.value !== undefined) return found.value;
  const all = list.entries.filter((entry) => entry.product === product && entry.unit === unit && begun(entry, day));
  const [first] = all;
  const price = first?.price;
  const same = price !== undefined && all.every((entry) => entry.price !== undefined && equals(entry.price, price));
  return same ? first : undefined;
}

function valued(
  list: PriceList,
  source: ListPriceSource,
  charge: Charge,
  { quantity, day }: { readonly quantity: Exact; readonly day: CalendarDate },
) {
  const entry = commonEntry(list, charge, day);
  if (entry === undefined || (entry.currency ?? list.currency) !== charge.currency) return undefined;
  const { bands, unpriced } = priceBands(entry, { from: zero, quantity, freeUnits: false });
  if (!isZero(unpriced)) return undefined;
  return bands.map(({ start, end, price }) => ({
    quantity: subtract(end, start),
    price,
    name: tierName(entry, price),
    source,
  }));
}

function tierName({ tiers }: PriceEntry, price: Exact): string {
  const at = tiers?.findIndex((tier) => equals(tier.price, price)) ?? -1;
  return at < 0 ? "list" : `tier${at + 1}`;
}
