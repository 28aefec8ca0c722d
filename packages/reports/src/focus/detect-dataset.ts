import { type FocusDataset, focusColumns, focusDatasets, focusRules } from "./model.ts";

/** The columns that a dataset cannot be without. */
const mandatory = (dataset: FocusDataset): readonly string[] =>
  focusRules(dataset).flatMap(({ check, level }) => (check[0] === "present" && level === "must" ? [check[1]] : []));

/**
 * The dataset that a header is of: the one that knows most of its columns and, of several, lacks fewest of its own;
 * undefined where fewer than three columns are of any.
 *
 * @example
 * ```ts
 * detectDataset(["BillingPeriodStart", "BillingPeriodEnd", "BillingPeriodStatus"]); // → "BillingPeriod"
 * ```
 */
export function detectDataset(columns: readonly string[]): FocusDataset | undefined {
  const scored = focusDatasets.map((dataset) => {
    const known = focusColumns(dataset).filter((column) => columns.includes(column)).length;
    const missing = mandatory(dataset).filter((column) => !columns.includes(column)).length;
    return { dataset, known, missing };
  });
  const [best] = scored.toSorted((one, other) => other.known - one.known || one.missing - other.missing);
  return best === undefined || best.known < 3 ? undefined : best.dataset;
}
