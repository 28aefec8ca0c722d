import type { Charge, Invoice } from "@flexbill/charges";
import {
  allocate,
  compare,
  type Decimal,
  decimal,
  type Exact,
  formatAmount,
  isPositive,
  one,
  roundToMinor,
  subtract,
} from "@flexbill/kernel";
import type { Metered } from "@flexbill/usage";
import type { Loser } from "./comparison.ts";
import { nothing, plus, type Span, spanOf } from "./span.ts";
import type { Variant } from "./variant.ts";

type Costs = ReadonlyMap<string, Span>;

/** Lines that a user causes; all others are the account's. */
const caused: ReadonlySet<string> = new Set(["license", "credit", "included", "overage", "usage", "breach"]);

/**
 * What each user costs under a plan in one currency: the user's share of the fee and of the lines that name users, split
 * so that no unit of money is lost. The fee of named users is shared by all who had a seat in the month (T-09).
 */
export function userCosts({ invoices, metered }: Variant, currency: string): Costs {
  const costs = new Map<string, Span>();
  for (const [at, invoice] of invoices.entries()) {
    for (const charge of invoice.charges) {
      if (charge.currency === currency && caused.has(charge.kind))
        addShares(costs, charge, weightsOf(charge, invoice, metered[at]));
    }
    if (invoice.plan === "named-user") for (const user of unseatedIn(metered[at])) openEnd(costs, user);
  }
  return costs;
}

/** Users who were logged in and whose seat no event tells of: what named users would cost is not known of them. */
export function unseatedIn(metered: Metered | undefined): readonly string[] {
  if (metered === undefined) return [];
  return [...metered.billableHours.keys()].filter((user) => !metered.provisioned.has(user));
}

function openEnd(costs: Map<string, Span>, user: string): void {
  costs.set(user, { low: (costs.get(user) ?? nothing).low, high: null });
}

type Weights = readonly (readonly [user: string, weight: Exact])[];

function weightsOf(charge: Charge, { charges }: Invoice, metered: Metered | undefined): Weights {
  const shared = charge.kind === "credit" ? (charges.find(({ kind }) => kind === "license") ?? charge) : charge;
  if (shared.product === "flex-named-user") return [...(metered?.provisioned ?? [])].sort().map((user) => [user, one]);
  return shared.users.map(({ user, quantity }) => [user, decimal(quantity)]);
}

/** Finer than any currency's smallest unit, so that what a line rounds away from a user stays small. */
const places = 6;

function addShares(costs: Map<string, Span>, charge: Charge, weights: Weights): void {
  const { low, high } = spanOf(charge.amount);
  const sizes = weights.map(([, weight]) => weight);
  if (!sizes.some(isPositive)) return;
  const split = (total: Decimal) => (isNothing(total) ? undefined : allocate(total, sizes, places));
  const lows = split(low);
  const highs = high === null || compare(low, high) === 0 ? lows : split(high);
  for (const [at, [user]] of weights.entries()) {
    const share = { low: lows?.[at] ?? nothing.low, high: high === null ? null : (highs?.[at] ?? nothing.low) };
    costs.set(user, plus(costs.get(user) ?? nothing, share));
  }
}

const isNothing = (amount: Decimal): boolean => compare(amount, nothing.low) === 0;

/** The users for whom a plan certainly costs more than the cheapest other one, the largest loss first. */
export function losersOf(plan: string, all: ReadonlyMap<string, Costs>, currency: string): readonly Loser[] {
  const own = all.get(plan) ?? new Map<string, Span>();
  return [...own]
    .flatMap(([user, cost]) => {
      const better = cheapestOther(user, plan, all);
      if (better === undefined) return [];
      const loss = subtract(cost.low, better.atMost);
      return isPositive(loss) ? [{ user, cost, loss, ...better }] : [];
    })
    .sort((a, b) => compare(b.loss, a.loss) || (a.user < b.user ? -1 : 1))
    .map(({ user, cost, loss, id, atMost }) => {
      const print = (amount: Decimal) => formatAmount(roundToMinor(amount, currency, "half-up"), currency);
      const printed = { low: print(cost.low), high: cost.high === null ? null : print(cost.high) };
      return { user, cost: printed, better: id, betterAtMost: print(atMost), loss: print(loss) };
    });
}

function cheapestOther(user: string, plan: string, all: ReadonlyMap<string, Costs>) {
  const others = [...all].flatMap(([id, costs]) => {
    const atMost = id === plan ? null : (costs.get(user) ?? nothing).high;
    return atMost === null ? [] : [{ id, atMost }];
  });
  return others.sort((a, b) => compare(a.atMost, b.atMost))[0];
}
