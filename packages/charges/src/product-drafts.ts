import { isStandard } from "@flexbill/products";
import type { UsageRow } from "@flexbill/usage";
import type { Draft } from "./draft.ts";
import { userProducts } from "./license-product.ts";
import type { Rating } from "./rated-month.ts";
import { standardProductDrafts } from "./standard-product.ts";
import { surchargeDrafts } from "./surcharge.ts";
import { carrierFeeDrafts, feeDrafts } from "./third-party.ts";
import { usageDrafts } from "./usage.ts";

/** The charges of one product's rows, whatever kinds they are of. */
export function productDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  if (userProducts.has(product)) return [];
  if (product === "carrier-fee") return carrierFeeDrafts(rating, product, rows);
  if (product.startsWith("third-party-")) return feeDrafts(rating, product, rows);
  const surcharge = product === "sip-interface" ? surchargeDrafts(rating, rows) : [];
  return [...ownDrafts(rating, product, rows), ...surcharge];
}

function ownDrafts(rating: Rating, product: string, rows: readonly UsageRow[]): readonly Draft[] {
  if (isStandard(product) && rating.fairUsage) return standardProductDrafts(rating, product, rows);
  // Outside of the fair-usage plans voice is bundled: the platform's minutes are in the price of each leg (T-10).
  return product === "programmable-voice-platform" ? [] : usageDrafts(rating, product, rows);
}
