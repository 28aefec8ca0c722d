import type { FocusRow } from "../focus/export/row.ts";
import { type FocusDataset, focusRules } from "../focus/model.ts";
import { type CellType, column, type DataTable } from "./data-table.ts";

const fileNames: Readonly<Record<FocusDataset, string>> = {
  CostAndUsage: "cost-and-usage",
  InvoiceDetail: "invoice-detail",
  BillingPeriod: "billing-period",
  ContractCommitment: "contract-commitment",
};

const ownTypes: Readonly<Record<string, CellType>> = { x_RawQuantity: "decimal" };

/** The types that FOCUS gives the columns of a dataset. */
function typesOf(dataset: FocusDataset): ReadonlyMap<string, CellType> {
  const forms = new Map<string, CellType>();
  for (const { check } of focusRules(dataset)) {
    const leaf = check[0] === "any" ? (check[1].find((one) => one[0] === "form" && one[1] === "json") ?? check) : check;
    if (leaf[0] !== "form") continue;
    const [, form, name] = leaf;
    if (form === "decimal" || form === "instant" || form === "json") forms.set(name, form);
  }
  return forms;
}

/** The columns that no row of the dataset leaves empty, by the rules. */
function filledIn(dataset: FocusDataset): ReadonlySet<string> {
  const always = focusRules(dataset).flatMap(({ check, when, level }) =>
    check[0] === "not" && check[2] === null && when.length === 0 && level === "must" ? [check[1]] : [],
  );
  return new Set(always);
}

/** A FOCUS dataset as a table with FOCUS's own types; its name is that of its file. */
export function focusTable(
  dataset: FocusDataset,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: Iterable<FocusRow> },
): DataTable {
  const types = typesOf(dataset);
  const filled = filledIn(dataset);
  return {
    name: fileNames[dataset],
    columns: columns.map((name) => {
      const type = types.get(name) ?? ownTypes[name] ?? "text";
      return column(name, filled.has(name) ? type : `${type}?`);
    }),
    rows: cellsOf(columns, rows),
  };
}

function* cellsOf(columns: readonly string[], rows: Iterable<FocusRow>): Generator<readonly (string | null)[]> {
  for (const row of rows) yield columns.map((name) => row[name] ?? null);
}
