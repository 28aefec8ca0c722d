import type { CalendarDate } from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import { addDays, addMonths } from "./days.ts";
import type { Facts } from "./facts.ts";

const idleMonths = 6;
/** Days before the data may go on which a warning is due; our own ladder, the clause promises none. */
const warningDays = [90, 60, 30, 7] as const;

/** One step of the warning ladder. */
export interface InsightsWarning {
  readonly daysBefore: number;
  readonly on: CalendarDate;
  readonly due: boolean;
}

/** Whether the stored data may be deleted, from which day, and the warnings before it. */
export interface InsightsAnswer extends Answer {
  readonly warnings: readonly InsightsWarning[];
}

/**
 * Whether the data in Flex Insights may be deleted (T-49): from six months after the last use, or after activation
 * where it was never used; days are UTC, and a day that the sixth month lacks is its last one. "Yes" means that
 * Twilio may, never that it did. The answer's date is the first day on which it may.
 *
 * @example
 * ```ts
 * insightsDeletion({ insightsLastUsed: date("2025-08-31") }, date("2026-02-28")).verdict; // "yes"
 * ```
 */
export function insightsDeletion(facts: Facts, asOf: CalendarDate): InsightsAnswer {
  const since = facts.insightsLastUsed ?? facts.insightsActivated;
  if (since === undefined) return { ...answer("T-49", "unknown", "insights-unknown"), warnings: [] };
  const from = addMonths(since, idleMonths);
  const eligible = asOf >= from;
  const warnings = warningDays.map((daysBefore) => {
    const on = addDays(from, -daysBefore);
    return { daysBefore, on, due: asOf >= on };
  });
  return {
    ...answer("T-49", eligible ? "yes" : "no", eligible ? "insights-eligible" : "insights-in-use", from),
    warnings,
  };
}
