import { compareText, type Exact, formatAmount, formatQuantity } from "@flexbill/kernel";
import type { Charge, PriceSource, UserShare } from "./invoice.ts";
import type { Line } from "./line.ts";
import { byUser } from "./lot.ts";
import type { PriceFound } from "./price-found.ts";

/** Writes a line out as the document's charge; `assumptions` are the keys whose other values would move its money. */
export function chargeOf(line: Line, assumptions: readonly string[]): Charge {
  const { id, kind, product, rate, payee, unit, currency, clauses, steps } = line;
  return {
    ...{ id, kind, product, rate, payee },
    quantity: formatQuantity(line.quantity),
    unit,
    unitPrice: unitPriceOf(line.founds),
    currency,
    amount: {
      low: formatAmount(line.low, currency),
      high: line.high === null ? null : formatAmount(line.high, currency),
    },
    clauses,
    derivation: steps,
    users: sharesOf(line),
    prices: line.founds.map(sourceOf),
    assumptions,
    ...(line.note === undefined ? {} : { notes: [line.note] }),
  };
}

/** The one price of every unit, where there is one: tiers and a mixture of entries have none. */
function unitPriceOf(founds: readonly PriceFound[]): string | null {
  const [found, second] = founds;
  return found === undefined || second !== undefined ? null : priceText(found);
}

function priceText({ entry, currency }: PriceFound): string | null {
  return entry.price === undefined ? null : formatAmount(entry.price, currency);
}

function sourceOf(found: PriceFound): PriceSource {
  const { from, grade, source, date, unit } = found.entry;
  const dated = { from, grade, source, date: date ?? undefined };
  const known = Object.fromEntries(Object.entries(dated).filter(([, value]) => value !== undefined));
  return { list: found.list, rate: found.rate, currency: found.currency, unit, price: priceText(found), ...known };
}

function sharesOf({ parts, standing }: Line): readonly UserShare[] {
  const print = remembered(formatQuantity);
  const printed = (quantity: Exact | null | undefined) => (quantity == null ? null : print(quantity));
  return [...byUser(parts)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([user, quantity]) => {
      const stands = standing?.(user);
      const { allowance, overage } = { allowance: printed(stands?.allowance), overage: printed(stands?.overage) };
      return { user, quantity: print(quantity), allowance, overage };
    });
}

/** Users share allowances, and an allowance is printed once. */
function remembered(print: (quantity: Exact) => string): (quantity: Exact) => string {
  const texts = new Map<Exact, string>();
  return (quantity) => {
    const text = texts.get(quantity) ?? print(quantity);
    texts.set(quantity, text);
    return text;
  };
}
