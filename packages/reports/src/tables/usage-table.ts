import { type UsageRow, usageRowDocument } from "@flexbill/usage";
import { column, type DataCells, type DataTable } from "./data-table.ts";

/** The columns of a usage row. */
export const usageColumns = [
  column("account", "text"),
  column("month", "text"),
  column("product", "text"),
  column("unit", "text"),
  column("quantity", "decimal"),
  column("exact", "text?"),
  column("user", "text?"),
  column("useCase", "text"),
  column("dimensions", "json"),
  column("amount", "decimal?"),
] as const;

function cells(row: UsageRow): DataCells {
  const { account, month, product, unit, quantity, exact, user, dimensions, amount } = usageRowDocument(row);
  return [
    ...[account, month, product, unit, quantity, exact ?? null, user, row.useCase],
    ...[JSON.stringify(dimensions), amount ?? null],
  ];
}

/**
 * Usage rows as a table. `exact` is the quantity as a fraction where `quantity` had to be rounded; `amount` is what another
 * company's fees came to, and null on every other row and where a fee is not known.
 */
export function usageTable(rows: Iterable<UsageRow>): DataTable {
  return { name: "usage", columns: usageColumns, rows: mapped(rows) };
}

function* mapped(rows: Iterable<UsageRow>): Generator<DataCells> {
  for (const row of rows) yield cells(row);
}
