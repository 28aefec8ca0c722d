import { isZero, zero } from "@flexbill/kernel";
import { type Draft, type LineIssue, twilio } from "../draft.ts";
import { totalOf } from "../lot.ts";
import { productClauses } from "../product-clauses.ts";
import type { Rating } from "../rated-month.ts";
import type { Split } from "./split.ts";

/** What an allowance covers: one line a product, at nothing, whatever the price list says (T-41). */
export function includedDrafts(rating: Rating, product: string, split: Split): readonly Draft[] {
  const parts = [...split.included, ...split.ignored];
  const [first] = parts;
  const quantity = totalOf(parts);
  if (first === undefined || isZero(quantity)) return [];
  return [
    {
      ...{
        kind: "included",
        product,
        rate: "",
        payee: twilio,
        currency: rating.contract.currency,
        unit: first.row.unit,
      },
      quantity,
      found: undefined,
      clauses: [...productClauses(product), "T-41"],
      parts,
      standing: split.standing,
      issues: split.ignored.length > 0 ? [ignored] : [],
      bounds: (sheet) => {
        const used = sheet.input("included", quantity);
        const amount = sheet.pair("amount", "multiply", used, sheet.input("included-price", zero));
        return { low: amount, high: amount };
      },
    },
  ];
}

const ignored: LineIssue = { code: "usage.unattributed-ignored", clause: "T-43" };
