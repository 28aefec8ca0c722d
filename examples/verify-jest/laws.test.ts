import { models, rate, rateInFloats } from "@flexbill/example-verify-node-test";
import { laws, runLaw, smallMonths, usages } from "@flexbill/invariants";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

describe("the rater", () => {
  test.each(laws.map((law) => [law.id, law] as const))("%s", async (_id, law) => {
    const run = await runLaw(law, { name: "mine", rate, models }, { runs: 200, seed: 1 });
    expect(["passed", "skipped"]).toContain(run.outcome);
  });
});

test("a rater that counts in floating-point numbers is caught", async () => {
  const law = laws.find(({ id }) => id === "rounding.once");
  if (law === undefined) throw new Error("the law is there");
  const run = await runLaw(law, { name: "floats", rate: rateInFloats, models }, { runs: 2000, seed: 1 });
  expect(run.outcome).toBe("failed");
});

test("a property of one's own: whoever uses nothing pays nothing", () => {
  const nothing = smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }), most: 0 });
  fc.assert(
    fc.property(nothing, (month) => rate(month).charges?.length === 0),
    { seed: 1 },
  );
});
