import { add, type Decimal, subtract, zero } from "@flexbill/kernel";

/** What a category has come to: its usage, its count, and its price by currency. All exact decimals. */
export interface Figures {
  readonly usage: Decimal;
  readonly count: Decimal;
  readonly prices: Prices;
}

/** Prices by ISO 4217 code. Never converted, never added across currencies. */
export type Prices = Readonly<Record<string, Decimal>>;

/** Figures by usage category. */
export type FiguresByCategory = ReadonlyMap<string, Figures>;

/** Nothing used, nothing to pay. */
export const noFigures: Figures = { usage: zero, count: zero, prices: {} };

/** Both together. */
export function addFigures(left: Figures, right: Figures): Figures {
  return combine(left, right, add);
}

/** What the first has over the second. */
export function subtractFigures(left: Figures, right: Figures): Figures {
  return combine(left, right, subtract);
}

/** Adds figures of every category of the second to the first. */
export function addAll(into: Map<string, Figures>, from: FiguresByCategory): void {
  for (const [category, figures] of from) into.set(category, addFigures(into.get(category) ?? noFigures, figures));
}

function combine(left: Figures, right: Figures, operation: (a: Decimal, b: Decimal) => Decimal): Figures {
  return {
    usage: operation(left.usage, right.usage),
    count: operation(left.count, right.count),
    prices: combinePrices(left.prices, right.prices, operation),
  };
}

function combinePrices(left: Prices, right: Prices, operation: (a: Decimal, b: Decimal) => Decimal): Prices {
  const currencies = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...currencies].map((currency) => [currency, operation(left[currency] ?? zero, right[currency] ?? zero)]),
  );
}
