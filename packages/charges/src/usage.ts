import type { UsageRow } from "@flexbill/usage";
import { type Draft, twilio } from "./draft.ts";
import { gatherLots, type Lot, wholeRows } from "./lot.ts";
import { lotBounds, lotFields } from "./priced-draft.ts";
import { usageClauses } from "./product-clauses.ts";
import type { Rating } from "./rated-month.ts";

/** PSTN minutes: their price under a fair-usage plan is a range, as the connectivity part is not published (T-38). */
export const pstnVoice: ReadonlySet<string> = new Set(["pstn-voice-inbound", "pstn-voice-outbound"]);

/** What the plan does not include, at list price, with the entry's free units (T-12). */
export function usageDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  return gatherLots(wholeRows(rows), rating.find).map((lot) => ({
    kind: "usage",
    product,
    payee: twilio,
    clauses: usageClauses(product),
    issues: [],
    ...lotFields(lot, rating.contract.currency),
    bounds: lotBounds(lot, { certain: isCertain(rating, product, lot), freeUnits: true }),
  }));
}

/** A price in the contract is its own and certain; the book's is bundled, and stands for the part that is unknown. */
function isCertain(rating: Rating, product: string, lot: Lot): boolean {
  const bundled = pstnVoice.has(product) && lot.found?.list === "book";
  return !(bundled && rating.fairUsage && rating.assumptions["voice.connectivityPrice"] === "range");
}
