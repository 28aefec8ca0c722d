import { compareText } from "@flexbill/kernel";
import type { InvoiceAssumption } from "./invoice.ts";
import type { Line } from "./line.ts";
import { beginsInside } from "./month-days.ts";
import type { Rating } from "./rated-month.ts";
import { pstnVoice } from "./usage.ts";

type Key = keyof Rating["assumptions"];

const clauses: Readonly<Partial<Record<Key, string>>> = {
  "billing.timeZone": "T-02",
  "conversations.attribution": "T-37",
  "limits.pooling": "T-43",
  "limits.unattributed": "T-43",
  "named.method": "T-09",
  "overage.freeUnits": "T-42",
  "overage.priceBook": "T-42",
  "overage.tierStart": "T-42",
  "plan.midMonth": "T-10",
  "presence.openEnd": "T-07",
  "terms.cutoffInclusive": "T-01",
  "voice.connectivityPrice": "T-38",
};

/** What the invoice says about its assumptions: the zone, what the contract sets, and every default that mattered. */
export function invoiceAssumptions(
  rating: Rating,
  lines: readonly Line[],
  moved: Iterable<readonly string[]>,
): readonly InvoiceAssumption[] {
  const keys = new Set<string>([
    "billing.timeZone",
    ...rating.contract.set,
    ...[...moved].flat(),
    ...shownWith(rating, lines),
  ]);
  return [...keys].sort(compareText).map((key) => assumptionOf(rating, key as Key));
}

function assumptionOf({ contract, assumptions }: Rating, key: Key): InvoiceAssumption {
  const value = key === "billing.timeZone" ? contract.timeZone : assumptions[key];
  const clause = clauses[key];
  return clause === undefined ? { key, value } : { key, value, clause };
}

/** Assumptions of one value cannot be flipped: they are shown where what they decide has happened. */
function shownWith({ fairUsage, metered, contract, month }: Rating, lines: readonly Line[]): readonly Key[] {
  const keys: Key[] = [];
  if (fairUsage && lines.some((line) => pstnVoice.has(line.product) && line.founds.length > 0))
    keys.push("voice.connectivityPrice");
  if (metered.issues.some((issue) => issue.code === "presence.open")) keys.push("presence.openEnd");
  if (contract.plan.some((entry) => beginsInside(entry.from, month))) keys.push("plan.midMonth");
  return keys;
}
