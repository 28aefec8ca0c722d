import { type Exact, isPositive, multiply, sum, zero } from "@flexbill/kernel";
import type { AllowanceEntry } from "@flexbill/terms";
import type { RatedMonth } from "../rated-month.ts";

/** What an allowance gives: to one user, and to all of them together. */
export interface Entitlement {
  readonly of: (user: string) => Exact;
  readonly all: () => Exact;
}

/** Hours entitle under active user hours, a seat under named users, be it for one day (T-41, T-43). */
export function entitlementOf(month: RatedMonth, allowance: AllowanceEntry): Entitlement {
  if (allowance.per === "project-month") return { of: () => zero, all: () => allowance.quantity };
  const hours = (user: string) => month.metered.billableHours.get(user) ?? zero;
  const named = month.plan?.model === "named-user";
  const isEntitled = (user: string) => (named ? month.metered.provisioned.has(user) : isPositive(hours(user)));
  const given = (user: string) =>
    allowance.per === "active-hour" ? multiply(allowance.quantity, hours(user)) : allowance.quantity;
  const users = () => [...(named ? month.metered.provisioned : month.metered.billableHours.keys())];
  const known = new Map<string, Exact>();
  const of = (user: string) => {
    const there = known.get(user) ?? (isEntitled(user) ? given(user) : zero);
    known.set(user, there);
    return there;
  };
  return { of, all: () => sum(users().map(of)) };
}
