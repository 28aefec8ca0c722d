import { type CalendarDate, firstDay, type Issue, type Month } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import { type Assumptions, type Contract, type PlanEntry, planInForce } from "@flexbill/terms";
import type { Metered, UsageRow } from "@flexbill/usage";
import { licenseOf } from "./license-product.ts";
import type { PriceFound } from "./price-found.ts";
import { type PriceAnswer, type Priceable, type Pricing, pricingOf } from "./pricing.ts";

/** Everything that the charges of one month are made from. */
export interface RatedMonth {
  readonly contract: Contract;
  readonly metered: Metered;
  readonly month: Month;
  readonly day: CalendarDate;
  readonly plan: PlanEntry | undefined;
  /** The plan's own price, where the contract names one. */
  readonly planPrice: PriceFound | undefined;
  /** Active user hours or named users: Standard Products are included up to a limit (T-11, T-41). */
  readonly fairUsage: boolean;
  readonly pricing: Pricing;
  readonly rows: ReadonlyMap<string, readonly UsageRow[]>;
}

/** A look-up that gives a price or none. */
export type Find = (row: Priceable) => PriceFound | undefined;

/** A month under one set of assumptions. Contradictions of prices that rows meet gather in `troubles`. */
export interface Rating extends RatedMonth {
  readonly assumptions: Assumptions;
  readonly find: Find;
  /** For overage and breach: the book alone, where `overage.priceBook` says so. */
  readonly findExcess: Find;
  readonly troubles: Issue[];
}

/** Puts together what the charges of the month look at. */
export function ratedMonth(metered: Metered, contract: Contract, book: PriceBook): RatedMonth {
  const { month } = metered;
  const plan = planInForce(contract, month);
  return {
    contract,
    metered,
    month,
    day: firstDay(month),
    plan,
    planPrice: plan === undefined ? undefined : planPriceOf(plan, contract.currency),
    fairUsage: plan !== undefined && plan.model !== "user-plus-usage",
    pricing: pricingOf(contract, book, month),
    rows: Map.groupBy(metered.rows, (row) => row.product),
  };
}

/** The month as a set of assumptions sees it. */
export function ratingUnder(month: RatedMonth, assumptions: Assumptions): Rating {
  const troubles: Issue[] = [];
  const finder =
    (ask: (row: Priceable) => PriceAnswer): Find =>
    (row) => {
      const { found, issues } = ask(row);
      if (issues.length > 0) troubles.push(...issues);
      return found;
    };
  const find = finder(month.pricing.contract);
  const findExcess = assumptions["overage.priceBook"] === "list" ? finder(month.pricing.list) : find;
  return { ...month, assumptions, find, findExcess, troubles };
}

function planPriceOf(plan: PlanEntry, currency: string): PriceFound | undefined {
  if (plan.price === undefined) return undefined;
  const { product, unit } = licenseOf(plan.model);
  const entry = { product, unit, match: {}, price: plan.price };
  return { entry, list: "plan", currency, rate: "", id: `plan/${product}` };
}
