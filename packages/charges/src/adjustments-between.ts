import { compareText, type Decimal, formatAmount, isZero, parseDecimal, subtract, zero } from "@flexbill/kernel";
import type { Amount, Charge, Invoice } from "./invoice.ts";

/** The difference of one charge between two ratings: what to add to the old one to come to the new one. */
export interface InvoiceAdjustment {
  /** The charge's id, after the month it is on: the form of `corrects` in a contract's `adjustments`. */
  readonly corrects: string;
  readonly currency: string;
  readonly amount: string;
}

/** A charge that differs but is a range in either rating: shown, and not adjusted. */
export interface UnsettledDifference {
  readonly charge: string;
  readonly currency: string;
  readonly old: Amount | null;
  readonly new: Amount | null;
}

/** The difference of two ratings of one month. */
export interface InvoiceDifference {
  readonly adjustments: readonly InvoiceAdjustment[];
  readonly unsettled: readonly UnsettledDifference[];
}

/**
 * Compares two ratings of the same account-month (formats.md section 7). A charge that is certain in both, a missing one
 * being 0, gives an adjustment of new − old; one that is a range in either is only shown. Charges without a difference are
 * left out. Sorted by charge and currency.
 *
 * @example
 * ```ts
 * adjustmentsBetween(invoiced, ratedAgain).adjustments;
 * // → [{ corrects: "2025-05/license/flex-active-user-hour", currency: "USD", amount: "-1.02" }]
 * ```
 */
export function adjustmentsBetween(oldInvoice: Invoice, newInvoice: Invoice): InvoiceDifference {
  const before = byKey(oldInvoice);
  const now = byKey(newInvoice);
  const pairs = [...new Map([...before, ...now])]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, { id, currency }]): Pair => {
      const [old, young] = [before.get(key)?.amount ?? null, now.get(key)?.amount ?? null];
      return { charge: id, currency, old, now: young };
    });
  const differing = pairs.filter(({ old, now }) => !sameAmount(old, now));
  const settled = differing.filter(({ old, now }) => isCertain(old) && isCertain(now));
  return {
    adjustments: settled.flatMap((pair) => adjustmentOf(oldInvoice.month, pair)),
    unsettled: differing
      .filter((pair) => !settled.includes(pair))
      .map(({ charge, currency, old, now }) => ({ charge, currency, old, new: now })),
  };
}

interface Pair {
  readonly charge: string;
  readonly currency: string;
  readonly old: Amount | null;
  readonly now: Amount | null;
}

const byKey = ({ charges }: Invoice): ReadonlyMap<string, Charge> =>
  new Map(charges.map((charge) => [`${charge.id} ${charge.currency}`, charge]));

function adjustmentOf(month: string, { charge, currency, old, now }: Pair): readonly InvoiceAdjustment[] {
  const amount = subtract(certain(now), certain(old));
  return isZero(amount) ? [] : [{ corrects: `${month}/${charge}`, currency, amount: formatAmount(amount, currency) }];
}

const isCertain = (amount: Amount | null): boolean => amount === null || amount.low === amount.high;

const sameAmount = (one: Amount | null, other: Amount | null): boolean =>
  one?.low === other?.low && one?.high === other?.high;

function certain(amount: Amount | null): Decimal {
  const parsed = parseDecimal(amount?.low ?? "0");
  return parsed.ok ? parsed.value : zero;
}
