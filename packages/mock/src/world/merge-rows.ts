import { add } from "@flexbill/kernel";
import { compareRows, type UsageRow } from "@flexbill/usage";

/** Two lists of usage rows as one: rows of the same product, user, dimensions, unit and use case are added up. */
export function mergeRows(left: readonly UsageRow[], right: readonly UsageRow[]): readonly UsageRow[] {
  const merged: UsageRow[] = [];
  for (const row of [...left, ...right].sort(compareRows)) {
    const last = merged.at(-1);
    if (last !== undefined && compareRows(last, row) === 0) merged[merged.length - 1] = together(last, row);
    else merged.push(row);
  }
  return merged;
}

function together(left: UsageRow, right: UsageRow): UsageRow {
  return { ...left, quantity: add(left.quantity, right.quantity) };
}
