import type { CalendarDate } from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import { addDays } from "./days.ts";
import type { Facts } from "./facts.ts";

/** The clause advises to read regularly and gives no interval. */
const defaultInterval = 30;

/**
 * Whether the change log should be read again (T-54); the answer's date is the day on which it falls due.
 *
 * @example
 * ```ts
 * changelogReviewDue({ changelogReviewed: date("2025-05-01") }, date("2025-05-31")).verdict; // "yes"
 * ```
 */
export function changelogReviewDue(facts: Facts, asOf: CalendarDate): Answer {
  if (facts.changelogReviewed === undefined) return answer("T-54", "unknown", "changelog-unknown");
  const due = addDays(facts.changelogReviewed, facts.changelogReviewDays ?? defaultInterval);
  return asOf >= due ? answer("T-54", "yes", "changelog-due", due) : answer("T-54", "no", "changelog-read", due);
}
