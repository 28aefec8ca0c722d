import { column, type DataTable } from "../tables/data-table.ts";
import type { Comparison } from "./comparison.ts";

const columns = [
  column("Plan", "text"),
  column("Model", "text?"),
  column("Month", "text"),
  column("Currency", "text"),
  column("Low", "decimal"),
  column("High", "decimal?"),
];

/**
 * A comparison as a table: a row for each plan, month and currency, without other companies' fees, which follow once
 * under the plan `third-party` and the month of all, empty.
 *
 * @example
 * ```ts
 * [...csvTable(comparisonTable(comparison))].join("");
 * ```
 */
export function comparisonTable({ plans, thirdParty }: Comparison): DataTable {
  const rows = plans.flatMap(({ id, models, months }) =>
    months.flatMap(({ month, totals }) =>
      Object.entries(totals).map(([currency, { low, high }]) => [
        id,
        models.join(" ") || null,
        month,
        currency,
        low,
        high,
      ]),
    ),
  );
  const fees = Object.entries(thirdParty).map(([currency, { low, high }]) => [
    "third-party",
    null,
    "",
    currency,
    low,
    high,
  ]);
  return { name: "comparison", columns, rows: [...rows, ...fees] };
}
