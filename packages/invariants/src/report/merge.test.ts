import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import { partOf, runLaw } from "../run/run-law.ts";
import type { Answer, Subject } from "../subject.ts";
import { counterexampleOf } from "./counterexample.ts";
import { mergeReports, type NamedReport } from "./merge.ts";
import { verifyReport } from "./verify-report.ts";

const contract = { account: "AC00000000000000000000000000000001", currency: "USD" };
const months = fc
  .integer({ min: 1, max: 28 })
  .map((day): RatingRequest => ({ contract, events: [], month: "2025-05", asOf: `2025-06-${day}T00:00:00Z` }));
const early = ({ asOf = "" }: RatingRequest) => Number(asOf.slice(8, -10)) <= 7;

/** Broken by a rater that raises an issue, and by that one only. */
const noIssues = law<RatingRequest>({
  id: "toy.no-issues",
  suite: "toy",
  sentence: { en: "There is no issue", ja: "指摘はない" },
  needs: ["license"],
  given: months,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    (answer?.issues ?? []).map(({ code }) => ({ line: "issues", expected: "none", actual: code })),
  classes: { early: { of: early, atLeastPercent: 10 } },
});
const invoice: Answer = { charges: [], totals: {}, issues: [] };
const quiet: Subject = { name: "quiet", rate: () => invoice };
const loud: Subject = { name: "loud", rate: () => ({ ...invoice, issues: [{ code: "fee.twice" }] }) };

async function shard(index: number, of: number, subject = quiet, seed = 7): Promise<NamedReport> {
  const run = await runLaw(noIssues, subject, { runs: 600, seed, shard: { index, of } });
  const failure = counterexampleOf(noIssues, run, seed);
  const reported = [{ law: noIssues, run, ...(failure === undefined ? {} : { failure }) }];
  const report = verifyReport(reported, { version: "1", seed, runs: 600, adapter: "a", shard: { index, of } });
  return { name: `${index + 1}.json`, report: JSON.parse(JSON.stringify(report)) };
}
const shards = (of: number, subject?: Subject) =>
  Promise.all(Array.from({ length: of }, (_, index) => shard(index, of, subject)));
const problemsOf = (parts: readonly NamedReport[]) => {
  const merged = mergeReports(parts, [noIssues]);
  return merged.ok ? [] : merged.problems;
};

describe("the reports of all shards", () => {
  test("add up to the run, in any order", async () => {
    const parts = await shards(4);
    const merged = mergeReports(parts.toReversed(), [noIssues]);
    if (!merged.ok) throw new Error("they should merge");
    expect(merged.asked).toEqual({ version: "1", seed: 7, runs: 600, adapter: "a" });
    const [{ run } = { run: undefined }] = merged.reported;
    const met = parts.reduce((sum, { report }) => sum + (report.laws[0]?.classes["early"] ?? 0), 0);
    expect(run).toMatchObject({ outcome: "passed", runs: 600, classes: { early: met } });
    expect(parts.map(({ report }) => report.laws[0]?.runs)).toEqual(
      [0, 1, 2, 3].map((index) => partOf(600, { index, of: 4 })),
    );
  });

  test("are broken where one of them is, and the whole is no shard", async () => {
    const merged = mergeReports([await shard(0, 2), await shard(1, 2, loud)], [noIssues]);
    if (!merged.ok) throw new Error("they should merge");
    expect(merged.reported[0]).toMatchObject({ run: { outcome: "failed" }, failure: { law: "toy.no-issues" } });
    expect(verifyReport(merged.reported, merged.asked)).toMatchObject({ summary: { failed: 1, passed: 0 } });
  });

  test("are vacuous together where a class is rare in all the months, though no shard is long enough to say", async () => {
    const parts = await shards(4);
    const rare = { ...noIssues, classes: { early: { of: early, atLeastPercent: 90 } } };
    const merged = mergeReports(parts, [rare]);
    expect(parts.every(({ report }) => report.laws[0]?.outcome === "passed")).toBe(true);
    expect(merged).toMatchObject({ reported: [{ run: { outcome: "vacuous", missing: ["early"] } }] });
  });

  test("are skipped, never passed, where the rater does not model what the law needs", async () => {
    const merged = mergeReports(await shards(2, { ...quiet, models: ["usage"] }), [noIssues]);
    expect(merged).toMatchObject({ reported: [{ run: { outcome: "skipped", needs: ["license"] } }] });
  });
});

describe("reports that are no shards of one run", () => {
  test("lack one, or have one twice, or both", async () => {
    const [one, two, three] = await shards(3);
    if (!one || !two || !three) throw new Error("there are three");
    expect(problemsOf([one, three])).toEqual([{ problem: "missing", shards: ["2/3"] }]);
    expect(problemsOf([one, two, three, { ...two, name: "copy.json" }])).toEqual([
      { problem: "doubled", shard: "2/3", names: ["2.json", "copy.json"] },
    ]);
    expect(problemsOf([one, one])).toHaveLength(2);
  });

  test.each([
    ["version", { version: "2" }],
    ["seed", { seed: 8 }],
    ["runs", { runs: 601 }],
    ["adapter", { adapter: null }],
    ["shards", { shard: { index: 1, of: 3 } }],
  ])("differ in %s", async (what, other) => {
    const [one, two] = await shards(2);
    if (!one || !two) throw new Error("there are two");
    const problems = problemsOf([one, { ...two, report: { ...two.report, ...other } }]);
    expect(problems).toContainEqual(expect.objectContaining({ problem: "differs", what }));
  });

  test("tell of other laws", async () => {
    const [one, two] = await shards(2);
    if (!one || !two) throw new Error("there are two");
    expect(problemsOf([one, { ...two, report: { ...two.report, laws: [] } }])).toEqual([
      { problem: "unfinished", name: "2.json", laws: ["toy.no-issues"] },
    ]);
    expect(mergeReports([one, two], [])).toMatchObject({ problems: [{ law: "toy.no-issues" }, { name: "2.json" }] });
  });
});
