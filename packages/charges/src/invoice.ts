import type { Issue } from "@flexbill/kernel";
import type { Step } from "./step.ts";

/** The kinds of charge, in the order in which an invoice lists them (formats.md section 4). */
export const chargeKinds = [
  "license",
  "credit",
  "included",
  "overage",
  "usage",
  "third-party",
  "surcharge",
  "breach",
  "commitment",
  "support",
  "adjustment",
  "tax",
] as const;

/** What kind of money a charge is. */
export type ChargeKind = (typeof chargeKinds)[number];

/** A range of money, decimal strings with the currency's minor digits. `high: null` = no upper bound is known. */
export interface Amount {
  readonly low: string;
  readonly high: string | null;
}

/** One user's share of a charge: quantity on this line, and how the user stands with the product's allowance. */
export interface UserShare {
  readonly user: string;
  readonly quantity: string;
  readonly allowance: string | null;
  readonly overage: string | null;
}

/** Where a price on a line comes from. `list` is `plan` for a price that the contract's plan names. */
export interface PriceSource {
  readonly list: "plan" | "overrides" | "book";
  readonly rate: string;
  readonly currency: string;
  readonly unit: string;
  readonly price: string | null;
  readonly from?: string;
  readonly grade?: string;
  readonly source?: string;
  readonly date?: string;
}

/** A sentence beside a charge, in both languages. */
export interface ChargeNote {
  readonly en: string;
  readonly ja: string;
}

/** One line of an invoice: formats.md section 4. Amounts round once, here. */
export interface Charge {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly product: string;
  readonly rate: string;
  readonly payee: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string | null;
  readonly currency: string;
  readonly amount: Amount;
  readonly clauses: readonly string[];
  readonly derivation: readonly Step[];
  readonly users: readonly UserShare[];
  readonly prices: readonly PriceSource[];
  readonly assumptions: readonly string[];
  readonly notes?: readonly ChargeNote[];
}

/** A choice where the terms are silent, with the clause that is silent. */
export interface InvoiceAssumption {
  readonly key: string;
  readonly value: string | boolean;
  readonly clause?: string;
}

/**
 * An issue as an invoice carries it: the issue and its English text. A `path` that begins with `/charges` points
 * into the invoice; every other one points into the contract or the events.
 */
export interface InvoiceIssue extends Issue {
  readonly message: string;
}

/** Plain sums of the printed lines of one currency. */
export type Totals = Readonly<Record<string, Amount>>;

/** The rated month of one account: the document `flexbill.invoice/1`. */
export interface Invoice {
  readonly schema: "flexbill.invoice/1";
  readonly account: string;
  readonly month: string;
  readonly timeZone: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly terms: string;
  readonly plan: string | null;
  readonly asOf?: string;
  readonly status?: "open" | "settling";
  readonly charges: readonly Charge[];
  readonly totals: Totals;
  readonly assumptions: readonly InvoiceAssumption[];
  readonly issues: readonly InvoiceIssue[];
}
