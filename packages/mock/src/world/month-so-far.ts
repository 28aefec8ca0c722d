import { type Charge, type Invoice, rate } from "@flexbill/charges";
import { add, assert, type Exact, isDecimal, round, zero } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import { categoryOf } from "@flexbill/twilio";
import type { Metered, UsageRow } from "@flexbill/usage";
import { partsOf, readExact } from "./attribution.ts";
import { type Figures, type FiguresByCategory, noFigures } from "./figures.ts";

/** What the rating of an account stands on. */
export interface Rating {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
}

/** The place of money that is in no category; it has no usage and shows in `totalprice` alone. */
export const uncategorised = "";

/** Charges that are made when the month closes, not day by day. */
const atMonthsEnd: ReadonlySet<string> = new Set(["commitment", "support", "adjustment", "tax"]);
const licences: ReadonlySet<string> = new Set(["flex-active-user-hour", "flex-named-user", "flex-active-user"]);
const placesOfUsage = 6;

/** What a metered month comes to, by leaf category: rated on the same road as an invoice. */
export function monthSoFar(rating: Rating, metered: Metered, closes: boolean): FiguresByCategory {
  const rated = rate(metered, rating);
  assert(rated.ok, `the month ${metered.month} cannot be rated`);
  const figures = new Map<string, Figures>();
  bookUsage(figures, metered.rows, rated.value);
  for (const charge of rated.value.charges) {
    if (closes || !atMonthsEnd.has(charge.kind)) bookMoney(figures, charge, rated.value, metered.rows);
  }
  return figures;
}

function bookUsage(figures: Map<string, Figures>, rows: readonly UsageRow[], invoice: Invoice): void {
  const quantities = new Map<string, Exact>();
  const book = (product: string, dimensions: Readonly<Record<string, string>>, quantity: Exact) => {
    const category = categoryOf({ kind: "usage", product, dimensions });
    if (category !== null) quantities.set(category, add(quantities.get(category) ?? zero, quantity));
  };
  for (const row of rows) if (!licences.has(row.product)) book(row.product, row.dimensions, row.quantity);
  for (const line of invoice.charges) if (line.kind === "license") book(line.product, {}, readExact(line.quantity));
  for (const [category, quantity] of quantities) {
    const usage = isDecimal(quantity) ? quantity : round(quantity, placesOfUsage, "half-up");
    figures.set(category, { ...noFigures, usage });
  }
}

function bookMoney(figures: Map<string, Figures>, charge: Charge, invoice: Invoice, rows: readonly UsageRow[]): void {
  for (const { category, currency, amount } of partsOf(charge, invoice, rows)) {
    const key = category ?? uncategorised;
    const before = figures.get(key) ?? noFigures;
    const price = add(before.prices[currency] ?? zero, amount);
    figures.set(key, { ...before, prices: { ...before.prices, [currency]: price } });
  }
}
