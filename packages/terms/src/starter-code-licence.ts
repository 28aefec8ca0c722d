import { type Answer, answer } from "./answer.ts";
import type { Facts } from "./facts.ts";

/** A component of starter code and whether the clause licenses it. */
export interface StarterCodeAnswer extends Answer {
  readonly component: string;
  readonly licence: string | null;
}

/**
 * Under which licence each component of starter code may be used (T-50): its open-source licence; the clause does not
 * speak of a component without one. `undefined` where the facts name no components.
 *
 * @example
 * ```ts
 * starterCodeLicence({ starterCode: { "flex-template": "MIT" } })?.[0]?.verdict; // "yes"
 * ```
 */
export function starterCodeLicence({ starterCode }: Facts): readonly StarterCodeAnswer[] | undefined {
  if (starterCode === undefined) return undefined;
  return Object.entries(starterCode).map(([component, licence]) => ({
    ...(licence === null ? answer("T-50", "no", "licence-none") : answer("T-50", "yes", "licence-open-source")),
    component,
    licence,
  }));
}
