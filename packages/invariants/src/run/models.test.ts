import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correct } from "../faults/planting.ts";
import { billingMonths } from "../generators/months.ts";
import { laws } from "../laws/index.ts";
import { modelledPart, needsOf } from "./models.ts";
import { runLaw } from "./run-law.ts";

const options = { runs: 60, seed: 11 };
/** What came of each law on a rater that models usage alone; run once for all tests. */
const ofUsage = Promise.all(
  laws.map((law) => runLaw(law, { name: "partial", rate: correct, models: ["usage"] }, options)),
);

describe("a rater that says what it models", () => {
  test("is asked for nothing else", async () => {
    const models = ["usage", "third-party"];
    const beyond: string[] = [];
    const rate = (request: Parameters<typeof correct>[0]) => {
      beyond.push(...[...needsOf(request)].filter((need) => !models.includes(need)));
      return correct(request);
    };
    for (const law of laws) await runLaw(law, { name: "partial", rate, models }, options);
    expect(beyond).toEqual([]);
  });

  test("of usage alone meets fifteen laws or more, and each of the others says what is missing", async () => {
    const runs = await ofUsage;
    expect(runs.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThanOrEqual(15);
    expect(runs.filter(({ outcome }) => outcome === "failed" || outcome === "vacuous")).toEqual([]);
    for (const run of runs) if (run.outcome === "skipped") expect(run.needs.length).toBeGreaterThan(0);
  });

  test.each([
    ["third-party.stands-alone", "third-party"],
    ["third-party.outside-the-minimum", "commitment"],
    ["plan.adjustments", "adjustment"],
    ["presence.union", "license"],
    ["edition.by-month", "license"],
    ["plan.credit", "credit"],
    ["conservation.included-and-overage", "overage"],
    ["calls.failed", "programmable-voice-platform"],
    ["time.rental", "phone-number-rental"],
    ["recording.storage-average", "recording-storage"],
  ])("has %s skipped, never passed, without %s", async (law, need) => {
    const run = (await ofUsage).find((one) => one.law === law);
    expect(run?.outcome === "skipped" ? run.needs : run?.outcome).toContain(need);
  });
});

test("what is left of a month needs only what is modelled, and can be rated", () => {
  const models = fc.subarray(["usage", "license", "third-party", "overage", "included", "tax", "credit", "support"]);
  const left = fc.property(billingMonths("given"), models, (month, some) => {
    const part = modelledPart(month, some);
    expect([...needsOf(part)].filter((need) => !some.includes(need))).toEqual([]);
    expect(correct(part).charges).toBeDefined();
  });
  fc.assert(left, { numRuns: 100 });
});
