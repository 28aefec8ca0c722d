import { expect, test } from "vitest";
import { laws } from "../src/laws/index.ts";
import { plainRate } from "../src/plain-rater/plain-rate.ts";
import { runLaw } from "../src/run/run-law.ts";

const runs = Number(process.env["FC_RUNS"] ?? 100);
/** It explains nothing, so the law of explanations has nothing to judge. */
const plain = {
  name: "the plain rater",
  rate: (request: Parameters<typeof plainRate>[0]) => plainRate(request, new Map()),
};

test("there are at least 40 laws, 15 of them without a word of Flex, each of its own name", () => {
  expect(laws.length).toBeGreaterThanOrEqual(40);
  expect(laws.filter(({ neutral }) => neutral).length).toBeGreaterThanOrEqual(15);
  expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
});

test.each(laws)("$id holds for the plain rater", { timeout: 60_000 }, async (law) => {
  const run = await runLaw(law, plain, { runs, seed: 20_250_501 });
  expect(run.outcome === "failed" ? run.failure.exhibit.verdict : run.outcome).toBe(
    law.silent === undefined ? "passed" : "skipped",
  );
});
