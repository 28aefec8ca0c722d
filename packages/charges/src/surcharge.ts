import type { UsageRow } from "@flexbill/usage";
import { type Draft, twilio } from "./draft.ts";
import { gatherLots, wholeRows } from "./lot.ts";
import { lotBounds, lotFields } from "./priced-draft.ts";
import type { Rating } from "./rated-month.ts";

const product = "sip-third-party-pstn";

/** SIP minutes over another carrier may cost extra (T-40), under every plan; they stay in `sip-interface` too. */
export function surchargeDrafts(rating: Rating, rows: readonly UsageRow[]): readonly Draft[] {
  const carried = rows.filter((row) => row.dimensions["peer"] === "third-party-carrier");
  return gatherLots(wholeRows(carried), (row) => rating.find({ ...row, product })).map((lot) => ({
    kind: "surcharge",
    product,
    payee: twilio,
    clauses: ["T-39", "T-40"],
    issues: [{ code: "sip.carrier-route", clause: "T-40" }],
    ...lotFields(lot, rating.contract.currency),
    bounds: lotBounds(lot, { certain: false, freeUnits: false }),
  }));
}
