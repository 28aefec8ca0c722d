import { type Answer, answer } from "./answer.ts";

/** The purposes that the clause names. */
export const namedPurposes = ["security", "security-incident", "misuse", "spam", "fraud", "illegal-acts"] as const;

/**
 * Whether Customer Account Data may be used for a purpose (T-06). The clause names some and forbids none, so any other
 * one is unknown here.
 *
 * @example
 * ```ts
 * permittedPurpose("fraud").verdict; // "yes"
 * ```
 */
export function permittedPurpose(purpose: string): Answer {
  const named: readonly string[] = namedPurposes;
  return named.includes(purpose)
    ? answer("T-06", "yes", "purpose-permitted")
    : answer("T-06", "unknown", "purpose-not-named");
}
