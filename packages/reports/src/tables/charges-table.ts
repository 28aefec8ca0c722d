import type { Charge, Invoice } from "@flexbill/charges";
import { column, type DataCells, type DataTable } from "./data-table.ts";

/** The columns of a charge. */
export const chargeColumns = [
  column("month", "text"),
  column("account", "text"),
  column("id", "text"),
  column("kind", "text"),
  column("product", "text"),
  column("rate", "text?"),
  column("payee", "text"),
  column("quantity", "decimal"),
  column("unit", "text"),
  column("unitPrice", "decimal?"),
  column("currency", "text"),
  column("low", "decimal"),
  column("high", "decimal?"),
  column("clauses", "text?"),
  column("assumptions", "text?"),
  column("timeZone", "text"),
  column("plan", "text?"),
  column("status", "text?"),
  column("asOf", "instant?"),
] as const;

const filled = (text: string): string | null => (text === "" ? null : text);

function cells({ month, account, timeZone, plan, status, asOf }: Invoice, charge: Charge): DataCells {
  const { id, kind, product, rate, payee, quantity, unit, unitPrice, currency, amount, clauses, assumptions } = charge;
  return [
    ...[month, account, id, kind, product, filled(rate), payee, quantity, unit, unitPrice, currency],
    ...[amount.low, amount.high, filled(clauses.join(" ")), filled(assumptions.join(" "))],
    ...[timeZone, plan, status ?? null, asOf ?? null],
  ];
}

/**
 * The charges of invoices as a table, one a row. An amount is a range: `high` is null where no upper bound is known.
 *
 * @example
 * ```ts
 * [...csvTable(chargesTable([invoice]))].join("");
 * ```
 */
export function chargesTable(invoices: readonly Invoice[]): DataTable {
  const rows = invoices.flatMap((invoice) => invoice.charges.map((charge) => cells(invoice, charge)));
  return { name: "charges", columns: chargeColumns, rows };
}
