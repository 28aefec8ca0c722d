import type { RoundingMode } from "@flexbill/kernel";
import { adjustmentDrafts } from "./adjustment.ts";
import { commitmentDrafts } from "./commitment.ts";
import { creditDrafts } from "./credit.ts";
import type { Draft } from "./draft.ts";
import { licenseDrafts } from "./license.ts";
import { type Line, linesOf } from "./line.ts";
import { productDrafts } from "./product-drafts.ts";
import type { RatedMonth, Rating } from "./rated-month.ts";
import type { Sheet } from "./sheet.ts";
import { supportDrafts } from "./support.ts";
import { taxDrafts } from "./tax.ts";

/** Charges that depend on nothing outside of the group: the licence with its credit, or one product. */
export interface LineGroup {
  /** The product; empty for the licence. */
  readonly product: string;
  readonly drafts: (rating: Rating) => readonly Draft[];
}

/** The groups of a month. */
export function lineGroups(month: RatedMonth): readonly LineGroup[] {
  const license: LineGroup = { product: "", drafts: (rating) => [...licenseDrafts(rating), ...creditDrafts(rating)] };
  const products = [...month.rows].map(([product, rows]) => ({
    product,
    drafts: (rating: Rating) => productDrafts(rating, product, rows),
  }));
  return [license, ...products];
}

/** The lines of one group, on sheets that `open` gives. */
export function groupLines(group: LineGroup, rating: Rating, open?: () => Sheet): readonly Line[] {
  return linesOf(group.drafts(rating), modeOf(rating), open);
}

type After = (rating: Rating, above: readonly Line[]) => readonly Draft[];

const after: readonly After[] = [commitmentDrafts, supportDrafts, adjustmentDrafts, taxDrafts];

/** The lines that look at the printed lines above them: minimum, support, corrections, taxes, in this order. */
export function withDependentLines(rating: Rating, lines: readonly Line[], open?: () => Sheet): readonly Line[] {
  const above = [...lines];
  for (const drafts of after) above.push(...linesOf(drafts(rating, above), modeOf(rating), open));
  return above;
}

const modeOf = (rating: Rating): RoundingMode => rating.assumptions["rounding.mode"];
