import { inPlainWords, laws } from "@flexbill/invariants";
import { describe, expect, test } from "vitest";
import { selectLaws } from "./select.ts";

const ids = (names: readonly string[]) => selectLaws(laws, names).chosen.map(({ id }) => id);

describe("the laws that names choose", () => {
  test("are all of them without a name, else those of the suites and ids, in the order of the laws", () => {
    expect(ids([])).toEqual(laws.map(({ id }) => id));
    expect(ids(["tiers.no-gap", "conservation"])).toEqual([...ids(["conservation"]), "tiers.no-gap"]);
  });

  test("speak no word of Flex where neutral chose them", () => {
    expect(selectLaws(laws, ["neutral"])).toEqual({ chosen: inPlainWords(laws), unknown: [] });
  });

  test("are asked in Flex's words where their own name chose them too", () => {
    const { chosen } = selectLaws(laws, ["neutral", "invariance.permutation"]);
    const byName = laws.find(({ id }) => id === "invariance.permutation");
    expect(chosen.find(({ id }) => id === "invariance.permutation")).toBe(byName);
    expect(chosen).toHaveLength(inPlainWords(laws).length);
  });

  test("are told apart from names that nothing has", () => {
    expect(selectLaws(laws, ["neutral", "tears", "tiers"]).unknown).toEqual(["tears"]);
  });
});
