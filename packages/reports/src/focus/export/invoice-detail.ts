import type { Charge } from "@flexbill/charges";
import { type Exact, isZero, zero } from "@flexbill/kernel";
import { lineName } from "../../invoice-text.ts";
import { type InvoiceFacts, roundingId } from "./cost-and-usage.ts";
import { type FocusRow, figure } from "./row.ts";
import { serviceOf } from "./services.ts";

/** The columns of an Invoice Detail file in their order. */
export const invoiceDetailColumns: readonly string[] = [
  ...["BilledCost", "BillingAccountId", "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory"],
  ...["InvoiceDetailCreated", "InvoiceDetailDescription", "InvoiceDetailGrain", "InvoiceDetailId"],
  ...["InvoiceDetailLastUpdated", "InvoiceId", "InvoiceIssueDate", "InvoiceIssueStatus", "InvoiceIssuerName"],
  ...["PaymentDueDate", "PaymentTerms", "ReferenceInvoiceId"],
];

/** A line of the invoice and the amount that it was exported at. */
export interface PrintedLine {
  readonly charge: Charge;
  readonly amount: Exact;
  /** True of a fee whose cost other rows bear in effect. */
  readonly covers: boolean;
}

const categories: Readonly<Partial<Record<Charge["kind"], string>>> = {
  credit: "Credit",
  commitment: "Purchase",
  support: "Purchase",
  adjustment: "Adjustment",
  tax: "Tax",
};

/**
 * One row for each line of the invoice that costs or gives something, as printed. Rounding is no line of the invoice: it
 * has a row of its own, of nothing, so that its id leads somewhere.
 */
export function invoiceDetailRows(
  lines: readonly PrintedLine[],
  rounded: readonly string[],
  facts: InvoiceFacts,
): readonly FocusRow[] {
  const rows = lines
    .filter(({ amount }) => !isZero(amount))
    .map(({ charge, amount, covers }) => {
      const grain = { ServiceName: serviceOf(charge.product).name, x_ChargeKind: charge.kind };
      return detailRow(facts, charge.currency, {
        BilledCost: figure(amount),
        ChargeCategory: covers ? "Purchase" : (categories[charge.kind] ?? "Usage"),
        InvoiceDetailDescription: lineName(charge, facts.speech),
        InvoiceDetailGrain: JSON.stringify(grain),
        InvoiceDetailId: charge.id,
      });
    });
  const roundings = rounded.map((currency) =>
    detailRow(facts, currency, {
      BilledCost: figure(zero),
      ChargeCategory: "Adjustment",
      InvoiceDetailDescription: facts.speech.say("focusRounding"),
      InvoiceDetailGrain: null,
      InvoiceDetailId: roundingId,
    }),
  );
  return [...rows, ...roundings];
}

function detailRow({ invoice, options, issuer, invoiceId }: InvoiceFacts, currency: string, own: FocusRow): FocusRow {
  const { issued } = options;
  const made = wholeSeconds(invoice.asOf ?? invoice.period.end);
  return {
    ...own,
    BillingAccountId: invoice.account,
    BillingCurrency: currency,
    BillingPeriodStart: invoice.period.start,
    BillingPeriodEnd: invoice.period.end,
    InvoiceDetailCreated: made,
    InvoiceDetailLastUpdated: made,
    InvoiceId: invoiceId(currency),
    InvoiceIssueDate: issued === undefined ? null : `${issued}T00:00:00Z`,
    InvoiceIssueStatus: issued === undefined ? "Open" : "Issued",
    InvoiceIssuerName: issuer,
    PaymentDueDate: null,
    PaymentTerms: options.paymentTerms ?? "Prepaid",
    ReferenceInvoiceId: invoiceId(currency),
  };
}

/** An instant as FOCUS writes it, without parts of a second. */
export const wholeSeconds = (instant: string): string => instant.replace(/\.\d+Z$/, "Z");
