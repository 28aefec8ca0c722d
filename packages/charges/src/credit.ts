import { isPositive, min, negate, subtract, sum, zero } from "@flexbill/kernel";
import { type Draft, twilio } from "./draft.ts";
import { licenseOf } from "./license-product.ts";
import { priceOnSheet } from "./price-on-sheet.ts";
import type { Rating } from "./rated-month.ts";

/** Free hours of the plan: what the licence charges for as many hours, taken off again (T-07). */
export function creditDrafts(rating: Rating): readonly Draft[] {
  const { plan } = rating;
  if (plan?.model !== "active-user-hour" || plan.freeHours === undefined) return [];
  const { product, unit, clauses } = licenseOf(plan.model);
  const found = rating.planPrice ?? rating.find({ product, unit, dimensions: {} });
  // Metering keeps hours of those earlier months alone that this very entry billed.
  const left = subtract(plan.freeHours, sum(rating.metered.earlierBillableHours.values()));
  const hours = sum(rating.metered.billableHours.values());
  const covered = min(left, hours);
  if (found === undefined || !isPositive(covered)) return [];
  const { currency, rate } = found;
  return [
    {
      ...{ kind: "credit", product, rate, payee: twilio, currency, unit, quantity: negate(covered), found, clauses },
      parts: [],
      issues: [],
      bounds: (sheet) => {
        const quantity = sheet.pair(
          "quantity",
          "min",
          sheet.input("free-hours-left", left),
          sheet.input("hours", hours),
        );
        const { amount } = priceOnSheet(sheet, found, { from: zero, quantity: covered, freeUnits: true }, quantity);
        const credit = sheet.negate("credit", amount);
        return { low: credit, high: credit };
      },
    },
  ];
}
