import { allowanceInForce } from "@flexbill/terms";
import type { UsageRow } from "@flexbill/usage";
import { includedDrafts } from "./allowance/included.ts";
import { overageDrafts } from "./allowance/overage.ts";
import { splitUsage } from "./allowance/split.ts";
import { unattributedDrafts } from "./allowance/unattributed.ts";
import { unknownDrafts } from "./allowance/unknown.ts";
import { breachDrafts } from "./breach.ts";
import type { Draft } from "./draft.ts";
import { totalOf } from "./lot.ts";
import type { Rating } from "./rated-month.ts";

/** A Standard Product under a fair-usage plan, step by step as formats.md section 4 takes it (T-41 to T-48). */
export function standardProductDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  const allowance = allowanceInForce(rating.contract, product, rating.month);
  if (allowance === undefined) return unknownDrafts(rating, product, rows);
  const split = splitUsage(rating, allowance, rows);
  return [
    ...includedDrafts(rating, product, split),
    ...overageDrafts(rating, product, split),
    ...unattributedDrafts(rating, product, split),
    ...breachDrafts(rating, product, rows, totalOf([...split.included, ...split.ignored])),
  ];
}
