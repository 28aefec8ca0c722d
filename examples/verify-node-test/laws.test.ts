import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { laws, runLaw, smallMonths, usages } from "@flexbill/invariants";
import fc from "fast-check";
import { models, rate, rateInFloats } from "./rater.ts";

describe("the rater", () => {
  for (const law of laws) {
    test(law.sentence.en, async (t) => {
      const run = await runLaw(law, { name: "mine", rate, models }, { runs: 200, seed: 1 });
      if (run.outcome === "skipped") return t.skip(`the rater does not model ${run.needs.join(", ")}`);
      assert.equal(run.outcome, "passed", JSON.stringify(run, null, 2));
    });
  }
});

test("a rater that counts in floating-point numbers is caught", async () => {
  const law = laws.find(({ id }) => id === "rounding.once");
  assert.ok(law);
  const run = await runLaw(law, { name: "floats", rate: rateInFloats, models }, { runs: 2000, seed: 1 });
  assert.equal(run.outcome, "failed");
});

test("a property of one's own: whoever uses nothing pays nothing", () => {
  const nothing = smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }), most: 0 });
  fc.assert(
    fc.property(nothing, (month) => rate(month).charges?.length === 0),
    { seed: 1 },
  );
});
