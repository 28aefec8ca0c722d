import type { Observed } from "./accepted.ts";
import { type Answer, answer } from "./answer.ts";
import type { Contract } from "./contract.ts";

/** The use cases that are no end-to-end contact-centre use (T-45, T-47). */
const ineligible: readonly string[] = ["marketing", "otp", "other"];

/**
 * Whether use of the account belongs in a separate project outside Flex (T-46): the facts say so, or usage of such a
 * use case was seen. Seeing none settles nothing, for usage carries what was labelled.
 *
 * @example
 * ```ts
 * separateProject(contract, { useCases: ["otp"] }).verdict; // "yes"
 * ```
 */
export function separateProject({ facts }: Contract, observed: Observed = {}): Answer {
  if (facts.otherUseInProject === true || sawOtherUse(observed)) return answer("T-46", "yes", "other-use");
  if (facts.otherUseInProject === false) return answer("T-46", "no", "other-use-none");
  return answer("T-46", "unknown", "other-use-unknown");
}

/**
 * Whether Flex may be suspended at once and without notice, beside what a breach may cost (T-48): a breach of section 4
 * is known, or there is use that section 4 does not allow. There is no time to cure it.
 *
 * @example
 * ```ts
 * suspensionRisk(contract, { useCases: ["marketing"] }).verdict; // "yes"
 * ```
 */
export function suspensionRisk(contract: Contract, observed: Observed = {}): Answer {
  const { section4Breached } = contract.facts;
  const otherUse = separateProject(contract, observed).verdict;
  if (section4Breached === true || otherUse === "yes") return answer("T-48", "yes", "breach-known");
  if (section4Breached === false) return answer("T-48", "no", "no-breach-known");
  return answer("T-48", "unknown", "breach-unknown");
}

function sawOtherUse({ useCases = [] }: Observed): boolean {
  return useCases.some((useCase) => ineligible.includes(useCase));
}
