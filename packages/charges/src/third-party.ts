import { compareText, sum, zero } from "@flexbill/kernel";
import type { UsageRow } from "@flexbill/usage";
import type { Draft } from "./draft.ts";
import { gatherLots, type Lot, wholeRows } from "./lot.ts";
import { lotBounds, lotFields } from "./priced-draft.ts";
import type { Rating } from "./rated-month.ts";

/** Carriers' fees: other companies' money by a published rate, priced like usage (T-36). */
export function carrierFeeDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  return gatherLots(wholeRows(rows), rating.find).map((lot) => ({
    kind: "third-party",
    product,
    payee: carriersOf(lot),
    clauses: ["T-36"],
    issues: [],
    ...lotFields(lot, rating.contract.currency),
    bounds: lotBounds(lot, { certain: true, freeUnits: true }),
  }));
}

const carriersOf = (lot: Lot): string =>
  [...new Set(lot.parts.map(({ row }) => row.dimensions["carrier"] ?? ""))].sort(compareText).join(", ");

const feeClauses: Readonly<Record<string, readonly string[]>> = {
  "third-party-messaging": ["T-35", "T-36"],
  "third-party-virtual-agent": ["T-36", "T-38"],
  "third-party-voice": ["T-38"],
};

/** Fees as providers told them: one line a provider and currency, never marked up (T-35, T-36, T-38). */
export function feeDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  const currencyOf = (row: UsageRow) => row.dimensions["currency"] ?? rating.contract.currency;
  const providerOf = (row: UsageRow) => row.dimensions["provider"] ?? "";
  const groups = Map.groupBy(rows, (row) => JSON.stringify([providerOf(row), currencyOf(row)]));
  return [...groups.values()].map((group) => feeDraft(product, group, providerOf, currencyOf));
}

function feeDraft(
  product: string,
  rows: readonly UsageRow[],
  providerOf: (row: UsageRow) => string,
  currencyOf: (row: UsageRow) => string,
): Draft {
  const [first] = rows as readonly [UsageRow];
  const provider = providerOf(first);
  return {
    ...{ kind: "third-party", product, rate: provider, payee: provider, currency: currencyOf(first), unit: first.unit },
    quantity: sum(rows.map((row) => row.quantity)),
    found: undefined,
    clauses: feeClauses[product] ?? ["T-35"],
    parts: wholeRows(rows),
    issues: [],
    bounds: (sheet) => {
      const known = sheet.input("fee-given", sum(rows.map((row) => row.amount ?? zero)));
      return { low: known, high: rows.some((row) => row.amount === null || row.amount === undefined) ? null : known };
    },
  };
}
