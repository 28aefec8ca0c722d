import type { Kind, Line } from "./charge-lines.ts";
import { type Fraction, nothing, plus } from "./fraction.ts";
import type { MonthContext } from "./month-context.ts";
import { type FoundPrice, findPrice, noteSuccessor, type Priced, rateOf } from "./price-finding.ts";
import type { UsageRow } from "./usage-row.ts";

/** Rows of one charge kind that find the same entry: one quantity of the month (section 1). */
export interface PricedGroup {
  readonly found: FoundPrice | undefined;
  readonly product: string;
  readonly unit: string;
  readonly quantity: Fraction;
}

export function groupByPrice(
  rows: readonly UsageRow[],
  context: MonthContext,
  bookOnly = false,
): readonly PricedGroup[] {
  const groups = new Map<unknown, PricedGroup>();
  for (const { product, unit, dimensions, quantity } of rows) {
    const found = findPrice({ product, unit, dimensions }, context, bookOnly);
    const key = found?.entry ?? product;
    const before = groups.get(key);
    groups.set(key, {
      ...(before ?? { found, product, unit }),
      quantity: plus(before?.quantity ?? nothing, quantity),
    });
  }
  return [...groups.values()].filter(({ quantity }) => quantity.top !== 0n);
}

/** A line for the group; without a price nothing is certain and no most is known, in the contract's currency. */
export function lineOf(
  kind: Kind,
  group: PricedGroup,
  context: MonthContext,
  how: { readonly certain: boolean; readonly price: (found: FoundPrice, quantity: Fraction) => Priced },
): Line {
  const { found, product, unit, quantity } = group;
  const shared = { kind, product, unit, quantity };
  if (!found) return { ...shared, rate: "", currency: context.contract.currency, low: nothing, high: null };
  noteSuccessor(found, context);
  const { amount, complete } = how.price(found, quantity);
  const ends = { low: how.certain ? amount : nothing, high: complete ? amount : null };
  return { ...shared, rate: rateOf(found.entry), currency: found.currency, ...ends };
}
