import { describe, expect, test } from "vitest";
import { askedTwice } from "../laws/asked-twice.ts";
import { neverNegative } from "../laws/never-negative.ts";
import { totalsAreSums } from "../laws/totals-are-sums.ts";
import { unionOfPresence } from "../laws/union-of-presence.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer } from "../subject.ts";
import { gist, memoriesFor } from "./memory.ts";
import { runSuite } from "./run-suite.ts";

const nothing: Answer = { charges: [], totals: {}, issues: [] };

function counting(rate: (request: RatingRequest) => Answer | Promise<Answer> = () => nothing) {
  const asked: RatingRequest[] = [];
  const subject = {
    name: "counting",
    rate: (request: RatingRequest) => {
      asked.push(request);
      return rate(request);
    },
  };
  return { asked, open: async () => subject };
}

const options = { runs: 50, seed: 3 };

describe("laws about the same cases", () => {
  test.each([
    ["at once", () => nothing],
    ["later", async () => nothing],
  ])("ask a rater that answers %s for each case once", async (_when, rate) => {
    const { asked, open } = counting(rate);
    const runs = await runSuite([totalsAreSums, neverNegative], open, options);
    expect(runs.map(({ outcome }) => outcome)).toEqual(["passed", "passed"]);
    expect(asked).toHaveLength(50);
  });

  test("ask again where a law is about asking again", async () => {
    const { asked, open } = counting();
    await runSuite([totalsAreSums, askedTwice], open, options);
    expect(asked).toHaveLength(150);
  });

  test("hear of the same trouble each", async () => {
    const { open } = counting(() => {
      throw new Error("no such plan");
    });
    const runs = await runSuite([totalsAreSums, neverNegative], open, options);
    expect(runs.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  });
});

test("a law that shares its cases with no other remembers nothing", () => {
  const memoryOf = memoriesFor([totalsAreSums, neverNegative, unionOfPresence]);
  expect(memoryOf(totalsAreSums)).toBe(memoryOf(neverNegative));
  expect(memoryOf(totalsAreSums)).toBeDefined();
  expect(memoryOf(unionOfPresence)).toBeUndefined();
});

test("the gist of an answer is what laws read, and of a refusal its codes", () => {
  const line = {
    kind: "usage",
    product: "p",
    rate: "",
    currency: "USD",
    quantity: "1",
    amount: { low: "1", high: null },
  };
  const totals = { USD: { low: "1", high: null } };
  const answer = { charges: [{ ...line, derivation: [1, 2] }], totals, issues: [{ code: "a.b", path: "/" }], more: 1 };
  expect(gist(answer as unknown as Answer)).toEqual({ charges: [line], totals, issues: [{ code: "a.b" }] });
  expect(gist({ issues: [{ code: "schema.type" }] })).toEqual({ issues: [{ code: "schema.type" }] });
});
