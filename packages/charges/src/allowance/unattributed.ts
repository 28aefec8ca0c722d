import { type Draft, type LineIssue, twilio } from "../draft.ts";
import { gatherLots } from "../lot.ts";
import { lotBounds, lotFields } from "../priced-draft.ts";
import { productClauses } from "../product-clauses.ts";
import type { Rating } from "../rated-month.ts";
import type { Split } from "./split.ts";

/** Usage of nobody under users' allowances: no rule says whose it is, so it costs between nothing and its list price. */
export function unattributedDrafts(rating: Rating, product: string, split: Split): readonly Draft[] {
  return gatherLots(split.unattributed, rating.findExcess).map((lot) => ({
    ...{ kind: "overage", product, payee: twilio, issues: [unattributed] },
    clauses: [...productClauses(product), "T-42", "T-43"],
    ...lotFields(lot, rating.contract.currency),
    rate: "unattributed",
    bounds: lotBounds(lot, { certain: false, freeUnits: rating.assumptions["overage.freeUnits"] }),
  }));
}

const unattributed: LineIssue = { code: "usage.unattributed", clause: "T-43" };
