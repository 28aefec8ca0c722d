import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faults } from "../src/faults/index.ts";
import { inPlainWords } from "../src/laws/in-plain-words.ts";
import { laws } from "../src/laws/index.ts";
import { plainRate } from "../src/plain-rater/plain-rate.ts";
import { standardProducts } from "../src/plain-rater/standard-products.ts";
import type { RatingRequest } from "../src/request.ts";
import { runLaw } from "../src/run/run-law.ts";
import { runsToFind } from "../src/run/score.ts";

const neutral = inPlainWords(laws);
const plain = { name: "the plain rater", rate: (request: RatingRequest) => plainRate(request, new Map()) };

/** Functions are what the profile's one allowance is for: a plan includes products that it knows. */
const productsOfTwilio = [...standardProducts.keys()].filter((product) => product !== "functions");
const wordsOfTwilio = new RegExp(
  [
    ...productsOfTwilio,
    "twilio",
    "flex-",
    "pstn",
    "sms",
    "whatsapp",
    "messenger",
    "rental",
    "carrier",
    "agent",
    "[A-Z]{2}[0-9a-f]{32}",
    "dev\\.flexbill\\.(?!usage|fee|seat)",
  ].join("|"),
  "i",
);

describe("the neutral profile", () => {
  test("has at least 15 laws, of quantities, tiers, seats, allowances, fees passed on and periods", () => {
    expect(neutral.length).toBeGreaterThanOrEqual(15);
    const suites = new Set(neutral.map(({ suite }) => suite));
    for (const suite of ["conservation", "tiers", "seats", "allowances", "third-party", "time"])
      expect(suites).toContain(suite);
  });

  test.each(neutral)("$id asks without a word of Twilio's", (law) => {
    const asked = fc.sample(law.given, { numRuns: 60, seed: 9 }).flatMap((given) => law.requests(given));
    // A zone is a place's name, whatever else is spelled in it: Montevideo is no video.
    const spoken = (key: string, value: unknown) => (key === "timeZone" ? undefined : value);
    for (const request of asked) expect(JSON.stringify(request, spoken)).not.toMatch(wordsOfTwilio);
  });

  test.each(neutral)("$id holds for the plain rater, and not for want of cases", { timeout: 60_000 }, async (law) => {
    const run = await runLaw(law, plain, { runs: 200, seed: 20_250_501 });
    expect(run.outcome === "failed" ? run.failure.exhibit.verdict : run).toMatchObject({ outcome: "passed" });
  });

  test("finds faults that a rater without Flex can have", { timeout: 120_000 }, () => {
    const flexless = faults.filter(({ id }) => /^(tiers|prices|rounding|usage|identity)\./.test(id));
    const found = new Set(neutral.flatMap((law) => [...runsToFind(law, flexless, { seed: 3, runs: 100 }).keys()]));
    expect(flexless.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });
});
