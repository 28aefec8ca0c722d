import { isPositive, one, subtract, sum } from "@flexbill/kernel";
import { type Draft, twilio } from "./draft.ts";
import type { ChargeNote } from "./invoice.ts";
import type { Line } from "./line.ts";
import type { Rating } from "./rated-month.ts";

/** What is missing to the monthly minimum. Third parties' fees do not count towards it (domain.md 6.7). */
export function commitmentDrafts({ contract }: Rating, above: readonly Line[]): readonly Draft[] {
  const minimum = contract.commitment?.monthlyMinimum;
  if (minimum === undefined) return [];
  const counted = above.filter((line) => line.kind !== "third-party" && line.currency === contract.currency);
  if (!isPositive(subtract(minimum, sum(counted.map(mostOf))))) return [];
  return [
    {
      ...{ kind: "commitment", product: "monthly-minimum", rate: "", payee: twilio, currency: contract.currency },
      ...{ unit: "month", quantity: one, found: undefined, clauses: ["T-10"], parts: [], issues: [], note },
      bounds: (sheet) => {
        const agreed = sheet.input("monthly-minimum", minimum);
        const base = sheet.sum(
          "base-high",
          counted.map((line) => sheet.input("line-high", mostOf(line), line.id)),
        );
        const missing = sheet.pair("amount", "subtract", agreed, base);
        return { low: missing, high: missing };
      },
    },
  ];
}

const mostOf = (line: Line) => line.high ?? line.low;

const note: ChargeNote = {
  en: "The minimum looks at the upper ends of the lines above, so the lower total is a valid bound but need not be the tightest one",
  ja: "最低利用額は上の明細の上限で判定するため、合計の下限は正しい下限ですが、最も近い下限とは限りません",
};
