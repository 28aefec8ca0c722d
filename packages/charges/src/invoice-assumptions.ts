import { compareText } from "@flexbill/kernel";
import { type AssumptionKey, assumptionInfo } from "@flexbill/terms";
import type { InvoiceAssumption } from "./invoice.ts";
import type { Line } from "./line.ts";
import { beginsInside } from "./month-days.ts";
import type { Rating } from "./rated-month.ts";
import { pstnVoice } from "./usage.ts";

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
  return [...keys].sort(compareText).map((key) => assumptionOf(rating, key as AssumptionKey));
}

function assumptionOf({ contract, assumptions }: Rating, key: AssumptionKey): InvoiceAssumption {
  const value = key === "billing.timeZone" ? contract.timeZone : assumptions[key];
  return { key, value, clause: assumptionInfo(key).clause };
}

/** Assumptions of one value cannot be flipped: they are shown where what they decide has happened. */
function shownWith({ fairUsage, metered, contract, month }: Rating, lines: readonly Line[]): readonly AssumptionKey[] {
  const keys: AssumptionKey[] = [];
  if (fairUsage && lines.some((line) => pstnVoice.has(line.product) && line.founds.length > 0))
    keys.push("voice.connectivityPrice");
  if (metered.issues.some((issue) => issue.code === "presence.open")) keys.push("presence.openEnd");
  if (contract.plan.some((entry) => beginsInside(entry.from, month))) keys.push("plan.midMonth");
  return keys;
}
