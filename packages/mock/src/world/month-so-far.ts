import { type Charge, type Invoice, rate } from "@flexbill/charges";
import { add, assert, type Decimal, type Exact, isDecimal, round, zero } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import { categoryOf } from "@flexbill/twilio";
import type { Metered } from "@flexbill/usage";
import { type LineSoFar, linesOf, readExact } from "./attribution.ts";
import { type Directed, directed, type Inbound } from "./inbound.ts";

/** What the rating of an account stands on. */
export interface Rating {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
}

/** What a month has come to: its lines, and the usage of each leaf category. */
export interface MonthSoFar {
  readonly lines: readonly LineSoFar[];
  readonly usage: ReadonlyMap<string, Decimal>;
}

/** A month before it began. */
export const nothingYet: MonthSoFar = { lines: [], usage: new Map() };

/** Charges that are made when the month closes, not day by day. */
const atMonthsEnd: ReadonlySet<string> = new Set(["commitment", "support", "adjustment", "tax"]);
const licences: ReadonlySet<string> = new Set(["flex-active-user-hour", "flex-named-user", "flex-active-user"]);
const placesOfUsage = 6;

/** What a metered month comes to, by leaf category: rated on the same road as an invoice. */
export function monthSoFar(rating: Rating, metered: Metered, inbound: Inbound, closes: boolean): MonthSoFar {
  const rated = rate(metered, rating);
  assert(rated.ok, `the month ${metered.month} cannot be rated`);
  const parts = directed(metered.rows, inbound);
  const charges = rated.value.charges.filter(({ kind }) => closes || !atMonthsEnd.has(kind));
  return { lines: linesOf(charges, rated.value, parts), usage: usageOf(parts, rated.value) };
}

function usageOf(parts: readonly Directed[], invoice: Invoice): ReadonlyMap<string, Decimal> {
  const quantities = new Map<string, Exact>();
  const book = (product: string, dimensions: Readonly<Record<string, string>>, quantity: Exact) => {
    const category = categoryOf({ kind: "usage", product, dimensions });
    if (category !== null) quantities.set(category, add(quantities.get(category) ?? zero, quantity));
  };
  for (const { row, dimensions, quantity } of parts)
    if (!licences.has(row.product)) book(row.product, dimensions, quantity);
  const isLicence = ({ kind }: Charge) => kind === "license";
  for (const line of invoice.charges.filter(isLicence)) book(line.product, {}, readExact(line.quantity));
  return new Map([...quantities].map(([category, quantity]) => [category, endingUsage(quantity)]));
}

function endingUsage(quantity: Exact): Decimal {
  return isDecimal(quantity) ? quantity : round(quantity, placesOfUsage, "half-up");
}
