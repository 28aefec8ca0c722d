import type { Facts } from "./facts.ts";

/** What service- and country-specific terms can hang on (T-55). */
export type TermsScope = "service" | "country" | "third-party";

/** Terms that bind because of one service, country or third party in use. */
export interface ApplicableTerms {
  readonly clause: "T-55";
  readonly scope: TermsScope;
  readonly name: string;
}

/** The terms that bind, and the scopes of which the contract gives no facts. */
export interface ApplicableTermsAnswer {
  readonly terms: readonly ApplicableTerms[];
  readonly unknown: readonly TermsScope[];
}

/**
 * The service- and country-specific terms that bind the account, to the extent of what it uses (T-55). Which country
 * counts is not said, so the facts give destination, origin and service address together.
 *
 * @example
 * ```ts
 * applicableTerms({ servicesUsed: ["flex"] }).unknown; // ["country", "third-party"]
 * ```
 */
export function applicableTerms(facts: Facts): ApplicableTermsAnswer {
  const given: readonly (readonly [TermsScope, readonly string[] | undefined])[] = [
    ["service", facts.servicesUsed],
    ["country", facts.countriesUsed],
    ["third-party", facts.thirdPartiesUsed],
  ];
  return {
    terms: given.flatMap(([scope, names]) => (names ?? []).map((name) => ({ clause: "T-55" as const, scope, name }))),
    unknown: given.filter(([, names]) => names === undefined).map(([scope]) => scope),
  };
}
