import { decimal } from "@flexbill/kernel";
import type { AdjustmentEntry } from "@flexbill/terms";
import { type Draft, twilio } from "./draft.ts";
import type { Rating } from "./rated-month.ts";

/** Corrections that this month carries: a charge is never edited, another one corrects it (formats.md section 7). */
export function adjustmentDrafts({ contract, month }: Rating): readonly Draft[] {
  const due = contract.adjustments.filter((entry) => entry.month === month);
  const currencyOf = (entry: AdjustmentEntry) => entry.currency ?? contract.currency;
  const groups = Map.groupBy(due, (entry) => JSON.stringify([entry.corrects ?? "", currencyOf(entry)]));
  return [...groups.values()].map((group) => {
    const [first] = group as [AdjustmentEntry];
    return {
      ...{ kind: "adjustment", product: "adjustment", rate: first.corrects ?? "", payee: twilio },
      ...{ currency: currencyOf(first), unit: "adjustment", quantity: decimal(group.length), found: undefined },
      ...{ clauses: ["T-51"], parts: [], issues: [] },
      bounds: (sheet) => {
        const amount = sheet.sum(
          "amount",
          group.map((entry) => sheet.input("adjustment-given", entry.amount)),
        );
        return { low: amount, high: amount };
      },
    };
  });
}

/** Whose side of the bill a correction is on: that of the charge it corrects, of another month or of this one. */
export function correctedKind(corrects: string): string | undefined {
  return corrects.replace(/^\d{4}-\d{2}\//, "").split("/")[0];
}
