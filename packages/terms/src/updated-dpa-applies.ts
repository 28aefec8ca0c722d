import { type Answer, answer } from "./answer.ts";
import type { Facts } from "./facts.ts";

/**
 * Whether the account is moved to the new data-protection addendum (T-04): not where a negotiated one forbids changes
 * by notice alone. Nothing else of the terms is left out by it.
 *
 * @example
 * ```ts
 * updatedDpaApplies({ negotiatedDpa: true, dpaChangesByNotice: false }).verdict; // "no"
 * ```
 */
export function updatedDpaApplies({ negotiatedDpa, dpaChangesByNotice }: Facts): Answer {
  if (negotiatedDpa === false) return answer("T-04", "yes", "dpa-standard");
  if (dpaChangesByNotice === true) return answer("T-04", "yes", "dpa-changes-by-notice");
  if (negotiatedDpa && dpaChangesByNotice === false) return answer("T-04", "no", "dpa-fixed");
  return answer("T-04", "unknown", "dpa-unknown");
}
