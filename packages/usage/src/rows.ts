import { add, type Exact, isZero, type Month } from "@flexbill/kernel";
import { compareRows, type UsageRow } from "./row.ts";
import type { Cell } from "./tally.ts";

/**
 * The rows of a month: cells that stand for the same row added up, rows of quantity zero left out, the rest in the
 * order of formats.md section 3.
 */
export function rowsOf(
  account: string,
  month: Month,
  cells: Iterable<Cell & { readonly amount?: Exact | null }>,
): readonly UsageRow[] {
  const sorted = Array.from(cells, (cell): UsageRow => ({ account, month, ...cell })).sort(compareRows);
  return merged(sorted).filter((row) => !isZero(row.quantity));
}

function merged(sorted: readonly UsageRow[]): readonly UsageRow[] {
  const rows: UsageRow[] = [];
  for (const row of sorted) {
    const last = rows.at(-1);
    if (last !== undefined && compareRows(last, row) === 0) rows[rows.length - 1] = together(last, row);
    else rows.push(row);
  }
  return rows;
}

function together(a: UsageRow, b: UsageRow): UsageRow {
  const sum = { ...a, quantity: add(a.quantity, b.quantity) };
  return a.amount && b.amount ? { ...sum, amount: add(a.amount, b.amount) } : sum;
}
