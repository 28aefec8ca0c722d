import { type Answer, answerOf } from "./answer.ts";
import type { Facts } from "./facts.ts";

/**
 * Whether the customer has passed the acceptable-use policy on to its end users and customers (T-53).
 *
 * @example
 * ```ts
 * aupFlowDown({ acceptableUsePassedOn: true }).verdict; // "yes"
 * ```
 */
export function aupFlowDown({ acceptableUsePassedOn }: Facts): Answer {
  return answerOf("T-53", acceptableUsePassedOn, {
    yes: "acceptable-use-passed-on",
    no: "acceptable-use-not-passed-on",
    unknown: "acceptable-use-unknown",
  });
}
