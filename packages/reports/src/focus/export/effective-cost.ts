import { add, divide, type Exact, isPositive, multiply, round, subtract, sum, zero } from "@flexbill/kernel";
import type { CostDraft } from "./cost-draft.ts";
import type { EffectiveCost } from "./options.ts";

const places = 12;

/**
 * Effective costs as they were asked for. With `cover-included` the plan's fee is a purchase that costs nothing in effect,
 * and each row of included usage bears its share of it by list cost. What one currency's fee comes to, its included rows
 * come to exactly. Where no included usage has a list cost, the fee covers nothing and keeps its cost.
 */
export function withEffectiveCosts(drafts: readonly CostDraft[], basis: EffectiveCost): readonly CostDraft[] {
  if (basis === "billed") return drafts;
  const shares = new Map<CostDraft, Exact>();
  const covering = new Set<CostDraft>();
  for (const [, own] of Map.groupBy(drafts, ({ charge }) => charge.currency)) {
    const fees = own.filter(isFee);
    const covered = own.filter(isCovered);
    if (fees.length === 0 || covered.length === 0) continue;
    for (const fee of fees) covering.add(fee);
    const parts = spread(
      sum(fees.map(({ billed }) => billed)),
      covered.map(({ list }) => list),
    );
    for (const [at, draft] of covered.entries()) shares.set(draft, parts[at] ?? zero);
  }
  return drafts.map((draft) => {
    if (covering.has(draft)) return coveringPurchase(draft);
    const effective = shares.get(draft);
    return effective === undefined ? draft : { ...draft, effective };
  });
}

/** Seats that were paid for and not provisioned cover nobody's usage: their cost stays with them. */
const isFee = ({ charge, category, billed }: CostDraft): boolean =>
  charge.kind === "license" && category === "Usage" && isPositive(billed);

const isCovered = ({ charge, list }: CostDraft): boolean => charge.kind === "included" && isPositive(list);

/** FOCUS lets only a purchase cover other charges; a usage has the effective cost that it is billed at. */
function coveringPurchase(draft: CostDraft): CostDraft {
  return { ...draft, category: "Purchase", frequency: "Recurring", effective: zero, covers: true };
}

/** A total in parts by weights, to 12 places; the last part takes what is left, so they add up to the total exactly. */
function spread(total: Exact, weights: readonly Exact[]): readonly Exact[] {
  const all = sum(weights);
  let weighed: Exact = zero;
  let given: Exact = zero;
  return weights.map((weight, at) => {
    weighed = add(weighed, weight);
    const upTo = at === weights.length - 1 ? total : round(divide(multiply(total, weighed), all), places, "floor");
    const part = subtract(upTo, given);
    given = upTo;
    return part;
  });
}
