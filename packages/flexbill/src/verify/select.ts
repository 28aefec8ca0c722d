import type { Law } from "@flexbill/invariants";

/** The laws that the names choose: suites, ids, `neutral`; all of them without a name. Unknown names are given back. */
export function selectLaws(
  laws: readonly Law[],
  names: readonly string[],
): { readonly chosen: readonly Law[]; readonly unknown: readonly string[] } {
  const fits = (law: Law, name: string) => law.id === name || law.suite === name || (name === "neutral" && law.neutral);
  return {
    chosen: names.length === 0 ? laws : laws.filter((law) => names.some((name) => fits(law, name))),
    unknown: names.filter((name) => !laws.some((law) => fits(law, name))),
  };
}

/** The names that may be chosen by: the suites, in the order of their first law. */
export function suitesOf(laws: readonly Law[]): readonly string[] {
  return [...new Set(laws.map((law) => law.suite))];
}
