import { type CalendarDate, compareInstants, firstDay, type Instant, type Month } from "@flexbill/kernel";
import type { AllowanceEntry, Contract, LogoutActivityEntry, PlanEntry, TaxEntry } from "./contract.ts";

/**
 * Of a dated list the entry in force on a day: the one with the latest `from` that is not after it; an entry without
 * `from` always was.
 *
 * @example
 * ```ts
 * inForce(contract.plan, date("2025-05-01"))?.model; // "active-user-hour"
 * ```
 */
export function inForce<T extends { readonly from?: CalendarDate }>(
  entries: readonly T[],
  on: CalendarDate,
): T | undefined {
  let best: T | undefined;
  for (const entry of entries) {
    if (entry.from !== undefined && entry.from > on) continue;
    if (best === undefined || (entry.from ?? "") > (best.from ?? "")) best = entry;
  }
  return best;
}

/**
 * The plan that bills a month: the one in force on its first day.
 *
 * @example
 * ```ts
 * planInForce(contract, month("2025-05"))?.model; // "named-user"
 * ```
 */
export function planInForce(contract: Contract, month: Month): PlanEntry | undefined {
  return inForce(contract.plan, firstDay(month));
}

/**
 * The allowance of a product in a month; `undefined` means that it is unknown, never that it is zero (T-41).
 *
 * @example
 * ```ts
 * allowanceInForce(contract, "taskrouter", month("2025-05"))?.per; // "user-month"
 * ```
 */
export function allowanceInForce(contract: Contract, product: string, month: Month): AllowanceEntry | undefined {
  const ofProduct = contract.allowances.filter((entry) => entry.product === product);
  return inForce(ofProduct, firstDay(month));
}

/**
 * The taxes of a month, one a name, in the order in which the contract first names them.
 *
 * @example
 * ```ts
 * taxesInForce(contract, month("2025-05")).map((tax) => tax.name); // ["VAT"]
 * ```
 */
export function taxesInForce(contract: Contract, month: Month): readonly TaxEntry[] {
  const names = [...new Set(contract.tax.map(({ name }) => name))];
  return names.flatMap((name) => {
    const ofName = contract.tax.filter((entry) => entry.name === name);
    return inForce(ofName, firstDay(month)) ?? [];
  });
}

/**
 * The Logout Activity at an instant, by SID; before the first entry nothing is exempt (T-08).
 *
 * @example
 * ```ts
 * logoutActivityAt(contract, instant("2025-05-01T09:00:00Z")); // "WA00000000000000000000000000000001"
 * ```
 */
export function logoutActivityAt(contract: Contract, at: Instant): string | undefined {
  let best: LogoutActivityEntry | undefined;
  for (const entry of contract.logoutActivity) {
    if (entry.from !== undefined && compareInstants(entry.from, at) > 0) continue;
    if (best === undefined || beginsLater(entry, best)) best = entry;
  }
  return best?.activity;
}

function beginsLater(one: LogoutActivityEntry, other: LogoutActivityEntry): boolean {
  if (one.from === undefined) return false;
  return other.from === undefined || compareInstants(one.from, other.from) > 0;
}
