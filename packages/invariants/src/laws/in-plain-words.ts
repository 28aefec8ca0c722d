import type { Law } from "../law.ts";

/**
 * The neutral profile: the laws about quantities, tiers, seats, allowances, fees passed on and periods, on months without
 * a word of Flex, for raters that know no Flex.
 *
 * @example
 * ```ts
 * await runSuite(inPlainWords(laws), async () => subject, { runs: 200, seed: 1 });
 * ```
 */
export function inPlainWords(laws: readonly Law[]): readonly Law[] {
  return laws
    .filter(({ neutral }) => neutral)
    .map((law) => (law.plainly === undefined ? law : { ...law, given: law.plainly }));
}
