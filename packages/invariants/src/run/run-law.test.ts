import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer, Subject } from "../subject.ts";
import { runLaw } from "./run-law.ts";

interface Month extends RatingRequest {
  readonly extra: number;
}

const contract = { account: "AC00000000000000000000000000000001", currency: "USD" };
const signIn = (n: number) => ({
  specversion: "1.0" as const,
  id: `e${n}`,
  source: "/test",
  type: "dev.flexbill.sign-in" as const,
  subject: contract.account,
  data: { user: `WK${n}`, at: "2025-05-02T08:00:00Z" },
});
const months: fc.Arbitrary<Month> = fc.record({
  contract: fc.constant(contract),
  events: fc.array(fc.nat({ max: 99 }).map(signIn), { maxLength: 12 }),
  month: fc.constant("2025-05"),
  extra: fc.nat({ max: 3 }),
});

const usersAreCounted = law<Month>({
  id: "toy.users",
  suite: "toy",
  sentence: { en: "A sign-in is a user", ja: "サインインは利用者である" },
  needs: ["license"],
  given: months,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const expected = `${month.events.length}`;
    const actual = answer?.charges?.[0]?.quantity ?? "0";
    return actual === expected ? [] : [{ line: "license", expected, actual }];
  },
  classes: { "with users": { of: (month) => month.events.length > 0, atLeastPercent: 50 } },
});

const answerOf = (quantity: string): Answer => ({
  charges: [{ kind: "license", product: "p", rate: "", currency: "USD", quantity, amount: { low: "0", high: null } }],
  totals: {},
  issues: [],
});
const right: Subject = { name: "right", rate: ({ events }) => answerOf(`${events.length}`) };
const capsAtTwo: Subject = { name: "caps at two", rate: ({ events }) => answerOf(`${Math.min(2, events.length)}`) };
const options = { runs: 400, seed: 7 };

describe("a law on a rater", () => {
  test("passes where it holds and counts its classes", async () => {
    const run = await runLaw(usersAreCounted, right, options);
    expect(run).toMatchObject({ outcome: "passed", runs: 400 });
    expect(run.classes["with users"]).toBeGreaterThan(200);
  });

  test("shrinks a failure to the fewest events and says what was expected", async () => {
    const run = await runLaw(usersAreCounted, capsAtTwo, options);
    expect(run.outcome).toBe("failed");
    if (run.outcome !== "failed") return;
    expect(run.failure.exhibit.requests[0]?.events).toHaveLength(3);
    expect(run.failure.exhibit.verdict).toMatchObject({ findings: [{ expected: "3", actual: "2" }] });
    expect(run.failure.originalEvents).toBeGreaterThanOrEqual(3);
  });

  test("finds the same first failure whether the rater answers at once or later, 32 at a time", async () => {
    const later: Subject = { name: "later", rate: async (request) => capsAtTwo.rate(request) };
    const now = await runLaw(usersAreCounted, capsAtTwo, options);
    const then = await runLaw(usersAreCounted, later, { ...options, inFlight: 32 });
    expect(then.runs).toBe(now.runs);
    expect(then.outcome).toBe("failed");
  });

  test("is vacuous where a class is met too rarely", async () => {
    const rare = { ...usersAreCounted, classes: { never: { of: () => false, atLeastPercent: 1 } } };
    expect(await runLaw(rare, right, options)).toMatchObject({ outcome: "vacuous", missing: ["never"] });
  });

  test("is skipped, never passed, where the rater does not model what it needs", async () => {
    const run = await runLaw(usersAreCounted, { ...right, models: ["usage"] }, options);
    expect(run).toMatchObject({ outcome: "skipped", needs: ["license"], runs: 0 });
  });

  test("is skipped, never passed, where no answer has what it is about", async () => {
    const speechless = { ...usersAreCounted, needs: ["explanation"], silent: () => true };
    expect(await runLaw(speechless, right, options)).toMatchObject({ outcome: "skipped", needs: ["explanation"] });
    expect((await runLaw(speechless, capsAtTwo, options)).outcome).toBe("failed");
  });

  test.each([
    ["at once", right],
    ["later", { ...right, rate: async (request: RatingRequest) => right.rate(request) }],
  ])("counts the cases that it does not speak of apart, of a rater that answers %s", async (_when, subject) => {
    const fits = ({ extra }: Month) => extra > 0;
    const run = await runLaw({ ...usersAreCounted, fits }, subject, options);
    expect(run.runs + (run.rejected ?? 0)).toBe(400);
    expect(run.rejected).toBeGreaterThan(50);
    expect(run.classes["with users"]).toBeLessThanOrEqual(run.runs);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no such plan");
      },
      "no such plan",
    ],
    ["answers nothing", () => undefined as unknown as Answer, "the answer is undefined, wanted an invoice"],
    [
      "gives numbers for money",
      () => ({ ...answerOf("1"), totals: { USD: { low: 1 as unknown as string, high: null } } }),
      "totals.USD: low is 1, wanted a decimal in quotes",
    ],
    [
      "refuses a valid request",
      () => ({ issues: [{ code: "schema.type" }] }),
      "no invoice for a valid request: schema.type",
    ],
  ])("names the trouble of a rater that %s", async (_name, rate, message) => {
    const run = await runLaw(usersAreCounted, { name: "odd", rate }, options);
    expect(run).toMatchObject({
      outcome: "failed",
      failure: { exhibit: { verdict: { outcome: "trouble", message } } },
    });
  });

  test("lets others have their turn while a rater answers at once", async () => {
    let turns = 0;
    const pause = async () => {
      turns += 1;
    };
    await runLaw(usersAreCounted, right, { ...options, pause });
    expect(turns).toBeGreaterThan(1);
  });

  test("asks a rater that answers later 64 cases at a time", async () => {
    let [waiting, most] = [0, 0];
    const rate = async (request: RatingRequest) => {
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise<void>((answered) => setTimeout(answered, 1));
      waiting -= 1;
      return right.rate(request);
    };
    expect(await runLaw(usersAreCounted, { name: "later", rate }, options)).toMatchObject({ outcome: "passed" });
    expect(most).toBe(64);
  });

  test("shards add up to the run and draw other cases", async () => {
    const runs = await Promise.all(
      [0, 1, 2].map((index) => runLaw(usersAreCounted, right, { ...options, shard: { index, of: 3 } })),
    );
    expect(runs.map((run) => run.runs).reduce((a, b) => a + b)).toBe(400);
    expect(new Set(runs.map((run) => JSON.stringify(run.classes))).size).toBeGreaterThan(1);
  });
});
