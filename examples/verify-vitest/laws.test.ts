import { test as property } from "@fast-check/vitest";
import { models, rate, rateInFloats } from "@flexbill/example-verify-node-test";
import { laws, runLaw, smallMonths, usages } from "@flexbill/invariants";
import { describe, expect, test } from "vitest";

describe("the rater", () => {
  test.each(laws)("$id: $sentence.en", async (law) => {
    const run = await runLaw(law, { name: "mine", rate, models }, { runs: 200, seed: 1 });
    expect(run.outcome, JSON.stringify(run, null, 2)).toBeOneOf(["passed", "skipped"]);
  });
});

test("a rater that counts in floating-point numbers is caught", async () => {
  const law = laws.find(({ id }) => id === "rounding.once");
  if (law === undefined) throw new Error("the law is there");
  const run = await runLaw(law, { name: "floats", rate: rateInFloats, models }, { runs: 2000, seed: 1 });
  expect(run.outcome).toBe("failed");
});

const widgets = smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }) });

property.prop([widgets], { seed: 1 })("a property of one's own: there is a line where there was use", (month) => {
  expect(rate(month).charges).toHaveLength(month.events.length > 0 ? 1 : 0);
});
