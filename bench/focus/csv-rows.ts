import { readFileSync } from "node:fs";

type Row = Readonly<Record<string, string | null>>;

const examples = JSON.parse(
  readFileSync(new URL("../../fixtures/focus/example-rows.json", import.meta.url), "utf8"),
) as { readonly CostAndUsage: readonly Row[] };

/** The columns of the example rows. */
export const columns: readonly string[] = Object.keys(examples.CostAndUsage[0] ?? {});

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The example row of a number, with a quantity, costs, ids and times of its own where it has them. */
export function rowOf(number: number): Row {
  const row = examples.CostAndUsage[number % examples.CostAndUsage.length] ?? {};
  const day = String(1 + (number % 30)).padStart(2, "0");
  const own: Record<string, string | null> = { ...row, ChargePeriodStart: `2025-04-${day}T00:00:00Z` };
  if (row["InvoiceDetailId"] !== null) own["InvoiceDetailId"] = `L-${number}`;
  if (row["x_ChargeKind"] === "usage.outsidePlan") {
    own["PricingQuantity"] = String(number);
    const cost = `${Math.floor((number * 85) / 10_000)}.${String((number * 85) % 10_000).padStart(4, "0")}`;
    for (const name of ["ListCost", "ContractedCost", "BilledCost", "EffectiveCost"]) own[name] = cost;
  }
  return own;
}

function line(number: number): string {
  const row = rowOf(number);
  return columns.map((column) => quoted(row[column] ?? "")).join(",");
}

/** A Cost and Usage file of so many rows, in pieces as a reader gets them, made as they are asked for. */
export function* csvPieces(rows: number): Generator<string> {
  yield `${columns.join(",")}\n`;
  for (let start = 0; start < rows; start += 500)
    yield Array.from({ length: Math.min(500, rows - start) }, (_, at) => `${line(start + at)}\n`).join("");
}
