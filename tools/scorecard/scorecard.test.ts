import { describe, expect, test } from "vitest";
import { faults, laws, outsideTheModel } from "../../packages/invariants/src/index.ts";
import { fullEffort, measure, median } from "./measure.ts";
import { scorecard, scorecardPage } from "./page.ts";

/** The sample that a check measures again: faults of every sort, whole months and small ones. */
const sample = ["identity.any-account", "tiers.gap", "third-party.in-the-minimum", "seats.wrong-tier"];

describe("the scorecard", () => {
  test("was measured with all effort, of the faults and by the laws that there are", () => {
    expect(scorecard).toMatchObject(fullEffort);
    expect(Object.keys(scorecard.found)).toEqual(faults.map(({ id }) => id));
    const named = new Set(Object.values(scorecard.found).flatMap((theirs) => Object.keys(theirs)));
    expect(laws.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !laws.some((law) => law.id === id))).toEqual([]);
  });

  test("has at least 60 faults, none of which stays hidden in 2,000 runs at the median", () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    const best = Object.values(scorecard.found).map((theirs) => Math.min(...Object.values(theirs)));
    expect(Math.max(...best)).toBeLessThanOrEqual(2_000);
  });

  test("plants at least 38 of the 46 faults known from public billing engines, and says why not the others", () => {
    const planted = new Set(faults.flatMap(({ knownAs }) => knownAs));
    expect(planted.size).toBeGreaterThanOrEqual(38);
    expect(planted.size + Object.keys(outsideTheModel).length).toBe(46);
  });

  test("is what its command measures, of a sample of faults", { timeout: 300_000 }, () => {
    const chosen = faults.filter(({ id }) => sample.includes(id));
    expect(chosen).toHaveLength(sample.length);
    const found = measure({ ...fullEffort, glance: 100 }, chosen);
    for (const { id } of chosen) expect(scorecard.found[id]).toMatchObject(found[id] ?? {});
  });

  test("shows every fault, law and reason on its page", () => {
    const page = scorecardPage(scorecard);
    for (const { id } of [...faults, ...laws]) expect(page).toContain(`| \`${id}\` |`);
    for (const reason of Object.values(outsideTheModel)) expect(page).toContain(reason);
  });
});

test("the median of an even number is the smaller of the middle two, and what is not found is endless", () => {
  expect(median([3, 1, 2, 4])).toBe(2);
  expect(median([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
});
