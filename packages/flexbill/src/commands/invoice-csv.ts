import type { Charge, Invoice } from "@flexbill/charges";
import { csvRow } from "../output/csv.ts";

const columns = [
  "month",
  "account",
  "id",
  "kind",
  "product",
  "rate",
  "payee",
  "quantity",
  "unit",
  "unitPrice",
  "currency",
  "low",
  "high",
  "clauses",
];

/** The charges of invoices as CSV, one a row; a missing upper end is empty. */
export function invoicesCsv(invoices: readonly Invoice[]): string {
  const rows = invoices.flatMap((invoice) => invoice.charges.map((charge) => csvRow(cells(invoice, charge))));
  return csvRow(columns) + rows.join("");
}

function cells({ month, account }: Invoice, charge: Charge): readonly string[] {
  const { id, kind, product, rate, payee, quantity, unit, unitPrice, currency, amount, clauses } = charge;
  return [
    month,
    account,
    id,
    kind,
    product,
    rate,
    payee,
    quantity,
    unit,
    unitPrice ?? "",
    currency,
    amount.low,
    amount.high ?? "",
    clauses.join(" "),
  ];
}
