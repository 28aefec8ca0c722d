import { laws, runLaw } from "@flexbill/invariants";
import { expect, test } from "vitest";
import { answerRequest } from "../src/index.ts";

const runs = Number(process.env["FC_RUNS"] ?? 100);

test.each(laws)("$id holds for this rater", { timeout: 120_000 }, async (law) => {
  const run = await runLaw(law, { name: "flexbill", rate: answerRequest }, { runs, seed: 20_250_501 });
  expect(run.outcome === "failed" ? run.failure.exhibit.verdict : run.outcome).toBe("passed");
});
