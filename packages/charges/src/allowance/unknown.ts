import type { UsageRow } from "@flexbill/usage";
import { type Draft, twilio } from "../draft.ts";
import { gatherLots, wholeRows } from "../lot.ts";
import { lotBounds, lotFields } from "../priced-draft.ts";
import { productClauses } from "../product-clauses.ts";
import type { Rating } from "../rated-month.ts";

/** No allowance is known, which is neither none nor endless: from nothing to the list price of it all (T-41). */
export function unknownDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  return gatherLots(wholeRows(rows), rating.findExcess).map((lot) => ({
    ...{ kind: "overage", product, payee: twilio, issues: [] },
    clauses: [...productClauses(product), "T-41", "T-42"],
    ...lotFields(lot, rating.contract.currency),
    bounds: lotBounds(lot, { certain: false, freeUnits: rating.assumptions["overage.freeUnits"] }),
  }));
}
