import { add, type Decimal, isZero, subtract, zero } from "@flexbill/kernel";
import { totalPrice } from "@flexbill/twilio";
import { partsGained, uncategorised } from "./attribution.ts";
import { type Figures, type FiguresByCategory, noFigures, type Prices } from "./figures.ts";
import { type MonthSoFar, nothingYet } from "./month-so-far.ts";

/** Where a month stands at an instant: its lines, the usage of each leaf, and how often each was used. */
export interface MonthPoint extends MonthSoFar {
  readonly counts: ReadonlyMap<string, Decimal>;
}

/** A month before it began. */
export const beforeIt: MonthPoint = { ...nothingYet, counts: new Map() };

/** What each leaf category and `totalprice` gained from one point of a month to a later one; never rounded. */
export function figuresGained(before: MonthPoint, after: MonthPoint): FiguresByCategory {
  const gained = new Map<string, Figures>();
  for (const [leaf, now] of after.usage) {
    const usage = subtract(now, before.usage.get(leaf) ?? zero);
    const counted = after.counts.get(leaf);
    const count = counted === undefined ? usage : subtract(counted, before.counts.get(leaf) ?? zero);
    if (!isZero(usage) || !isZero(count)) gained.set(leaf, { usage, count, prices: {} });
  }
  let total: Prices = {};
  for (const { category, currency, amount } of partsGained(before.lines, after.lines)) {
    total = withPrice(total, currency, amount);
    if (category === uncategorised || isZero(amount)) continue;
    const known = gained.get(category) ?? noFigures;
    gained.set(category, { ...known, prices: withPrice(known.prices, currency, amount) });
  }
  return gained.set(totalPrice, { ...noFigures, prices: total });
}

function withPrice(prices: Prices, currency: string, amount: Decimal): Prices {
  return { ...prices, [currency]: add(prices[currency] ?? zero, amount) };
}
