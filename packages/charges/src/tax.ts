import { one } from "@flexbill/kernel";
import { type TaxEntry, taxesInForce } from "@flexbill/terms";
import { correctedKind } from "./adjustment.ts";
import { baseOf, eachEnd } from "./base.ts";
import { type Draft, twilio } from "./draft.ts";
import type { Line } from "./line.ts";
import type { Rating } from "./rated-month.ts";

/** Each tax in force, on the printed lines that it covers, in each of their currencies (domain.md 6.9). */
export function taxDrafts({ contract, month }: Rating, above: readonly Line[]): readonly Draft[] {
  return taxesInForce(contract, month).flatMap((tax) => {
    const covered = above.filter((line) => covers(tax, line));
    return [...Map.groupBy(covered, (line) => line.currency)].map(([currency, lines]) =>
      taxDraft(tax, currency, lines),
    );
  });
}

function taxDraft(tax: TaxEntry, currency: string, lines: readonly Line[]): Draft {
  return {
    ...{ kind: "tax", product: "tax", rate: tax.name, payee: twilio, currency, unit: "month", quantity: one },
    ...{ found: undefined, clauses: [], parts: [], issues: [] },
    bounds: (sheet) => {
      const percentage = sheet.input("percentage", tax.percent);
      const base = baseOf(sheet, lines);
      return eachEnd(base, (end) => sheet.pair("percent-of-base", "multiply", end, percentage));
    },
  };
}

/** A correction goes with what it corrects; a tax, and the correction of one, is not taxed. */
function covers(tax: TaxEntry, line: Line): boolean {
  const kind = line.kind === "adjustment" ? correctedKind(line.rate) : line.kind;
  if (kind === "tax") return false;
  return tax.on === "all" || (tax.on === "third-party") === (kind === "third-party");
}
