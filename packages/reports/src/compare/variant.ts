import { type Invoice, rate } from "@flexbill/charges";
import { canonicalJson, type Instant, isPositive, type Month, ok, type Result } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import { type Contract, inForce, type PlanEntry, type PlanModel, planInForce } from "@flexbill/terms";
import type { Metered } from "@flexbill/usage";

/** A contract to compare under a name. */
export interface VariantContract {
  readonly id: string;
  readonly contract: Contract;
}

/** The same months rated by one contract, in the order of the months. */
export interface Variant extends VariantContract {
  readonly metered: readonly Metered[];
  readonly invoices: readonly Invoice[];
}

/** The plans that Twilio sells, in the order in which they are compared. */
export const planModels: readonly PlanModel[] = ["active-user-hour", "named-user", "user-plus-usage"];

/**
 * The contract as agreed, and the same contract under each other plan: with the price, free hours and seats of its own
 * latest entry of that plan, else at the price book's. A plan that bills all the months as agreed is not told twice.
 *
 * @example
 * ```ts
 * planVariants(contract, [month("2025-05")]).map(({ id }) => id); // → ["agreed", "named-user", "user-plus-usage"]
 * ```
 */
export function planVariants(contract: Contract, months: readonly Month[]): readonly VariantContract[] {
  const agreed = new Set(months.map((month) => planInForce(contract, month)));
  const others = planModels.flatMap((model) => {
    const entry = entryOf(contract, model);
    const isAgreed = agreed.size === 1 && [...agreed][0]?.model === model;
    return isAgreed ? [] : [{ id: model, contract: { ...contract, plan: [entry] } }];
  });
  return [{ id: "agreed", contract }, ...others];
}

function entryOf({ plan }: Contract, model: PlanModel): PlanEntry {
  const own = plan.filter((entry) => entry.model === model);
  const { from: _, ...latest } = inForce(own, "9999-12-31" as Parameters<typeof inForce>[1]) ?? { model };
  return latest;
}

/**
 * What a metering depends on in a contract, as a text: contracts with the same one may share their usage rows.
 *
 * @example
 * ```ts
 * meteringKey(contract) === meteringKey({ ...contract, tax: [] }); // → true
 * ```
 */
export function meteringKey(contract: Contract): string {
  const { account, currency, timeZone, logoutActivity, plan, assumptions } = contract;
  const free = plan.some(({ freeHours }) => freeHours !== undefined && isPositive(freeHours));
  return canonicalJson({
    ...{ account, currency, timeZone },
    logout: logoutActivity.map(({ activity, from }) => [activity, String(from ?? "")]),
    named: assumptions["named.method"],
    plan: free
      ? plan.map(({ model, from, freeHours }) => [model, from ?? "", String(freeHours?.coefficient ?? "")])
      : [],
  });
}

/** Rates the metered months of a contract; all contradictions of prices at once. */
export function rateVariant(
  named: VariantContract,
  metered: readonly Metered[],
  options: { readonly priceBook: PriceBook; readonly asOf?: Instant },
): Result<Variant> {
  const rated = metered.map((month) => rate(month, { ...options, contract: named.contract }));
  const issues = rated.flatMap((result) => (result.ok ? [] : result.issues));
  if (issues.length > 0) return { ok: false, issues };
  return ok({ ...named, metered, invoices: rated.flatMap((result) => (result.ok ? [result.value] : [])) });
}
