import { add, type Exact, sum } from "@flexbill/kernel";
import type { UsageRow } from "@flexbill/usage";
import type { PriceFound } from "./price-found.ts";

/** A row, or a part of it: allowances and breaches cut rows. */
export interface RowPart {
  readonly row: UsageRow;
  readonly quantity: Exact;
}

/** What found one price entry, added up; or everything that found none. Units are the first row's. */
export interface Lot {
  readonly found: PriceFound | undefined;
  readonly unit: string;
  readonly quantity: Exact;
  readonly parts: readonly RowPart[];
}

/** Rows as whole parts. */
export function wholeRows(rows: readonly UsageRow[]): readonly RowPart[] {
  return rows.map((row) => ({ row, quantity: row.quantity }));
}

/** Gathers parts of rows by the entry they find, in the order of the rows. */
export function gatherLots(parts: readonly RowPart[], find: (row: UsageRow) => PriceFound | undefined): readonly Lot[] {
  const groups = Map.groupBy(parts, (part) => find(part.row));
  return [...groups].map(([found, own]) => ({
    found,
    unit: own[0]?.row.unit ?? "",
    quantity: totalOf(own),
    parts: own,
  }));
}

/** How much each user has of the parts. */
export function byUser(parts: readonly RowPart[]): ReadonlyMap<string, Exact> {
  const users = new Map<string, Exact>();
  for (const { row, quantity } of parts) {
    if (row.user === null) continue;
    const before = users.get(row.user);
    users.set(row.user, before === undefined ? quantity : add(before, quantity));
  }
  return users;
}

/** All of one quantity. */
export function totalOf(parts: readonly RowPart[]): Exact {
  return sum(parts.map((part) => part.quantity));
}
