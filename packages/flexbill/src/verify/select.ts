import { inPlainWords, type Law } from "@flexbill/invariants";

/**
 * The laws that the names choose: suites, ids, `neutral`; all of them without a name. Unknown names are given back. What
 * `neutral` alone chooses speaks no word of Flex.
 */
export function selectLaws(
  laws: readonly Law[],
  names: readonly string[],
): { readonly chosen: readonly Law[]; readonly unknown: readonly string[] } {
  const fits = (law: Law, name: string) => law.id === name || law.suite === name;
  const plain = new Map((names.includes("neutral") ? inPlainWords(laws) : []).map((law) => [law.id, law]));
  const choose = (law: Law) => (names.some((name) => fits(law, name)) ? law : (plain.get(law.id) ?? []));
  return {
    chosen: names.length === 0 ? laws : laws.flatMap(choose),
    unknown: names.filter((name) => name !== "neutral" && !laws.some((law) => fits(law, name))),
  };
}

/** The names that may be chosen by: the suites, in the order of their first law. */
export function suitesOf(laws: readonly Law[]): readonly string[] {
  return [...new Set(laws.map((law) => law.suite))];
}
