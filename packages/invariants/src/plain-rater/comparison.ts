import { readDecimal } from "./fraction.ts";

export interface Amount {
  readonly low: string;
  readonly high: string | null;
}

/** What a charge is known and compared by; everything else of it is free (golden README, "How to compare"). */
export interface ComparedCharge {
  readonly kind: string;
  readonly product: string;
  readonly rate: string;
  readonly currency: string;
  readonly quantity: string;
  readonly amount: Amount;
}

export interface ComparedInvoice {
  readonly charges: readonly ComparedCharge[];
  readonly totals: Readonly<Record<string, Amount>>;
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

/** As a decimal: "4" equals "4.00". */
export function asNumber(decimal: string): string {
  const { top, bottom } = readDecimal(decimal);
  return `${top}/${bottom}`;
}

function amountOf({ low, high }: Amount): Amount {
  return { low: asNumber(low), high: high === null ? null : asNumber(high) };
}

function chargeOf({ kind, product, rate, currency, quantity, amount }: ComparedCharge) {
  return { key: JSON.stringify([kind, product, rate, currency]), quantity: asNumber(quantity), ...amountOf(amount) };
}

/** Charges as a set, totals, and the codes that are warnings or errors, in a form where equal means agreeing. */
export function comparable({ charges, totals, issues }: ComparedInvoice) {
  const counted = issues.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  return {
    charges: charges.map(chargeOf).sort((a, b) => (a.key < b.key ? -1 : 1)),
    totals: Object.fromEntries(Object.entries(totals).map(([currency, amount]) => [currency, amountOf(amount)])),
    codes: [...new Set(counted)].sort(),
  };
}
