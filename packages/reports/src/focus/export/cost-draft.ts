import type { Charge } from "@flexbill/charges";
import { absolute, type Exact, isNegative, multiply, negate, one } from "@flexbill/kernel";
import type { ListPrice } from "./list-prices.ts";
import { asDecimal } from "./row.ts";

/** The categories of FOCUS. */
export type ChargeCategory = "Usage" | "Purchase" | "Tax" | "Credit" | "Adjustment";

/** How sure an amount is, and which of its ends is exported. */
export type Certainty = "certain" | "range:low" | "range:high" | "unbounded:low";

/** What has a price: units, what one costs by the list and what one costs by contract. */
export interface PricedUnits {
  readonly quantity: Exact;
  readonly unit: string;
  readonly list: ListPrice;
  readonly contracted: Exact;
  /** What was metered, where that is not what was priced. */
  readonly consumed?: Exact;
}

/** A row of Cost and Usage before it is written: amounts exact, never rounded. */
export interface CostDraft {
  readonly charge: Charge;
  readonly category: ChargeCategory;
  readonly frequency: "One-Time" | "Recurring" | "Usage-Based";
  readonly certainty: Certainty;
  readonly billed: Exact;
  readonly list: Exact;
  /** What it costs in effect, where that is not what is billed. */
  readonly effective?: Exact;
  /** True of a purchase whose cost other rows bear in effect. */
  readonly covers?: true;
  readonly priced?: PricedUnits;
  /** A quantity that has no price to stand beside. */
  readonly rawQuantity?: Exact;
  readonly contractApplied?: string;
  /** The earlier, closed month that this corrects. */
  readonly corrects?: { readonly month: string; readonly product: string };
  readonly remark?: "included" | "shortfall" | "noPrice" | "rounding";
}

/** Units with a price as a draft: each cost is its price times the quantity. */
export function pricedDraft(
  of: Pick<CostDraft, "charge" | "category" | "frequency" | "certainty" | "contractApplied" | "remark">,
  priced: PricedUnits,
): CostDraft {
  const quantity = asDecimal(priced.quantity);
  const contracted = asDecimal(priced.contracted);
  const list = { ...priced.list, price: asDecimal(priced.list.price) };
  return {
    ...of,
    priced: { ...priced, quantity, contracted, list },
    billed: multiply(contracted, quantity),
    list: multiply(list.price, quantity),
  };
}

/** An amount that is what it is: one unit of it, or minus one where it is below zero, since no price is. */
export function amountDraft(
  of: Pick<CostDraft, "charge" | "category" | "frequency" | "certainty" | "contractApplied">,
  amount: Exact,
  { unit, consumed }: { readonly unit: string; readonly consumed?: Exact },
): CostDraft {
  const price = absolute(asDecimal(amount));
  const quantity = isNegative(amount) ? negate(one) : one;
  const list: ListPrice = { price, name: "list", source: "contract" };
  return pricedDraft(of, { quantity, unit, list, contracted: price, ...(consumed === undefined ? {} : { consumed }) });
}

/** An amount without units or prices. */
export function plainDraft(
  of: Omit<CostDraft, "billed" | "list" | "priced"> & { readonly list?: Exact },
  amount: Exact,
): CostDraft {
  const billed = asDecimal(amount);
  return { list: billed, ...of, billed };
}
