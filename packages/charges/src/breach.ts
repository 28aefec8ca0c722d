import { type Exact, isPositive, min, subtract } from "@flexbill/kernel";
import type { UsageRow } from "@flexbill/usage";
import { type Draft, twilio } from "./draft.ts";
import { gatherLots, type RowPart } from "./lot.ts";
import { lotBounds, lotFields } from "./priced-draft.ts";
import { productClauses } from "./product-clauses.ts";
import type { Rating } from "./rated-month.ts";

/** Use of a Standard Product that is no contact-centre use (T-45, T-47). */
export function isIneligible(row: UsageRow): boolean {
  return row.useCase !== "contact-center";
}

/** Ineligible use that was included at nothing may be charged at list price, on top of where it stands (T-48). */
export function breachDrafts(
  rating: Rating,
  product: string,
  rows: readonly UsageRow[],
  included: Exact,
): readonly Draft[] {
  const parts = upTo(rows.filter(isIneligible), included);
  return gatherLots(parts, rating.findExcess).map((lot) => ({
    ...{ kind: "breach", product, payee: twilio, issues: [] },
    clauses: [...productClauses(product), ...breachClauses(lot.parts)],
    ...lotFields(lot, rating.contract.currency),
    bounds: lotBounds(lot, { certain: false, freeUnits: false }),
  }));
}

/** Marketing and passwords are the terms' own examples; any other use breaks the general rule (T-46). */
function breachClauses(parts: readonly RowPart[]): readonly string[] {
  const named = parts.some(({ row }) => row.useCase === "marketing" || row.useCase === "otp");
  const other = parts.some(({ row }) => row.useCase === "other");
  return ["T-45", ...(other ? ["T-46"] : []), ...(named ? ["T-47"] : []), "T-48"];
}

function upTo(rows: readonly UsageRow[], limit: Exact): readonly RowPart[] {
  const parts: RowPart[] = [];
  let left = limit;
  for (const row of rows) {
    const quantity = min(left, row.quantity);
    if (!isPositive(quantity)) break;
    parts.push({ row, quantity });
    left = subtract(left, quantity);
  }
  return parts;
}
