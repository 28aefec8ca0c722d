import { add, type Exact, zero } from "@flexbill/kernel";
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
  readonly users: ReadonlyMap<string, Exact>;
  readonly rows: readonly UsageRow[];
}

interface OpenLot {
  readonly found: PriceFound | undefined;
  readonly unit: string;
  quantity: Exact;
  readonly users: Map<string, Exact>;
  readonly rows: UsageRow[];
}

/** Rows as whole parts. */
export function wholeRows(rows: readonly UsageRow[]): readonly RowPart[] {
  return rows.map((row) => ({ row, quantity: row.quantity }));
}

/** Gathers parts of rows by the entry they find, in the order of the rows. */
export function gatherLots(parts: readonly RowPart[], find: (row: UsageRow) => PriceFound | undefined): readonly Lot[] {
  const lots = new Map<PriceFound | undefined, OpenLot>();
  for (const { row, quantity } of parts) {
    const found = find(row);
    let lot = lots.get(found);
    if (lot === undefined) {
      lot = { found, unit: row.unit, quantity: zero, users: new Map(), rows: [] };
      lots.set(found, lot);
    }
    lot.quantity = add(lot.quantity, quantity);
    lot.rows.push(row);
    if (row.user !== null) addTo(lot.users, row.user, quantity);
  }
  return [...lots.values()];
}

/** Adds a quantity to a user's. */
export function addTo(users: Map<string, Exact>, user: string, quantity: Exact): void {
  const before = users.get(user);
  users.set(user, before === undefined ? quantity : add(before, quantity));
}

/** All of one quantity. */
export function totalOf(parts: readonly RowPart[]): Exact {
  return parts.reduce<Exact>((total, part) => add(total, part.quantity), zero);
}
