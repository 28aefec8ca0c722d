import type { Exact } from "@flexbill/kernel";
import { type Draft, twilio } from "../draft.ts";
import { gatherLots, type Lot } from "../lot.ts";
import type { PriceFound } from "../price-found.ts";
import { lotBounds, lotFields } from "../priced-draft.ts";
import { productClauses } from "../product-clauses.ts";
import type { Rating } from "../rated-month.ts";
import type { Split } from "./split.ts";

/** Use beyond a known allowance, by the price list (T-42): a line for each rate. */
export function overageDrafts(rating: Rating, product: string, split: Split): readonly Draft[] {
  const start = startPositions(rating, split);
  return gatherLots(split.excess, rating.findExcess).map((lot) => ({
    ...{ kind: "overage", product, payee: twilio, issues: [] },
    clauses: [...productClauses(product), "T-41", "T-42", "T-43"],
    ...lotFields(lot, rating.contract.currency),
    standing: split.standing,
    bounds: lotBounds(lot, { certain: true, freeUnits: rating.assumptions["overage.freeUnits"], ...start(lot) }),
  }));
}

/** From the first tier on; or, by choice, from where the same entry's usage inside the allowance ended. */
function startPositions(rating: Rating, split: Split): (lot: Lot) => { readonly from?: Exact } {
  if (rating.assumptions["overage.tierStart"] === "zero") return () => ({});
  const inside = new Map<PriceFound | undefined, Exact>(
    gatherLots(split.included, rating.findExcess).map((lot) => [lot.found, lot.quantity]),
  );
  return ({ found }) => {
    const from = inside.get(found);
    return from === undefined ? {} : { from };
  };
}
