import { compareMonths, type Exact, isPositive, min, negate, subtract, sum, zero } from "@flexbill/kernel";
import { type PlanEntry, planInForce } from "@flexbill/terms";
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
  const left = subtract(plan.freeHours, hoursBilledBefore(rating, plan));
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

/** Hours of earlier months count against the free hours only where this very entry billed them. */
function hoursBilledBefore({ metered, contract, month }: Rating, plan: PlanEntry): Exact {
  const earlier = [...metered.earlierBillableHours].filter(
    ([before]) => compareMonths(before, month) < 0 && planInForce(contract, before) === plan,
  );
  return sum(earlier.map(([, hours]) => hours));
}
