import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correct } from "../faults/planting.ts";
import { billingMonths } from "../generators/months.ts";
import { compare, readDecimal } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { withoutOneThing } from "../run/leaving-out.ts";
import type { Answer, AnswerLine, Subject } from "../subject.ts";
import { distanceBetween, distanceText } from "./difference.ts";
import { largestDifference } from "./largest-difference.ts";
import { mixed } from "./mixing.ts";
import { plansNeverCross, plansThatCross } from "./plans-cross.ts";

const right: Subject = { name: "right", rate: correct };
/** Right, but each fee of a third party costs one more. */
const dearer = (request: RatingRequest): Answer => {
  const answer = correct(request);
  const more = (line: AnswerLine): AnswerLine => {
    if (line.kind !== "third-party") return line;
    const [low, high] = [line.amount.low, line.amount.high].map((amount) => (amount === null ? null : plusOne(amount)));
    return { ...line, amount: { low: low ?? "0", high: high ?? null } };
  };
  return { ...answer, charges: (answer.charges ?? []).map(more) };
};
const plusOne = (amount: string) =>
  `${BigInt(amount.split(".")[0] ?? "0") + 1n}${amount.slice(amount.split(".")[0]?.length)}`;
const options = { seed: 5, runs: 240 };

describe("the largest difference of two raters", () => {
  test("is none where they answer alike", async () => {
    expect(await largestDifference(right, correct, options)).toBeUndefined();
  });

  test("is larger than what the months show as they are drawn, and lean: nothing more can be left out", async () => {
    const drawn = await largestDifference({ name: "dearer", rate: dearer }, correct, { seed: 5, runs: 2, inFlight: 1 });
    const found = await largestDifference({ name: "dearer", rate: dearer }, correct, options);
    if (found === undefined) throw new Error("there is one");
    expect(compare(found.distance.amount, drawn?.distance.amount ?? readDecimal("0"))).toBeGreaterThan(0);
    const month = found.exhibit.given;
    expect(distanceBetween(correct(month), dearer(month))).toEqual(found.distance);
    for (const less of withoutOneThing(month)) {
      const [expected, actual] = [correct(less), dearer(less)];
      if (expected.charges === undefined) continue;
      expect(compare(distanceBetween(expected, actual).amount, found.distance.amount)).toBeLessThan(0);
    }
  });

  test("is the same for the same seed, whether the rater answers at once or later", async () => {
    const later = await largestDifference(
      { name: "later", rate: async (request) => dearer(request) },
      correct,
      options,
    );
    const now = await largestDifference({ name: "now", rate: dearer }, correct, options);
    expect(later?.exhibit.given).toEqual(now?.exhibit.given);
  });

  test("ends at a rater that gives no answer, with the month", async () => {
    const found = await largestDifference({ name: "odd", rate: () => ({}) as Answer }, correct, options);
    expect(found?.exhibit.verdict).toMatchObject({ outcome: "trouble" });
    expect(found?.run).toBe(1);
  });
});

test("a month mixed from two is one that can be rated", () => {
  const months = billingMonths("given");
  const rated = fc.property(months, months, fc.nat({ max: 11 }), (one, other, choice) => {
    expect(correct(mixed(one, other, choice)).charges).toBeDefined();
  });
  fc.assert(rated, { numRuns: 120 });
});

describe("the distance of two answers", () => {
  const answer = (...lines: readonly (readonly [string, string, string | null])[]): Answer => ({
    charges: lines.map(([currency, low, high], index) => ({
      ...{ kind: "usage", product: `p${index}`, rate: "", currency, quantity: "1" },
      amount: { low, high },
    })),
    totals: {},
    issues: [],
  });

  test.each([
    ["of the same", answer(["USD", "1", "2"]), answer(["USD", "1.0", "2"]), "0 "],
    [
      "adds up over lines",
      answer(["USD", "1", "1"], ["USD", "5", "5"]),
      answer(["USD", "2", "2"], ["USD", "1", "1"]),
      "5 USD",
    ],
    [
      "is of one currency, the furthest",
      answer(["USD", "1", "1"], ["JPY", "5", "5"]),
      answer(["USD", "2", "2"]),
      "5 JPY",
    ],
    ["takes a missing line for zero", answer(), answer(["USD", "2.5", "3"]), "3 USD"],
    ["knows nothing of an unknown high", answer(["USD", "1", null]), answer(["USD", "1.5", "900"]), "0.5 USD"],
  ] as const)("%s", (_name, expected, actual, text) => {
    expect(distanceText(distanceBetween(expected, actual))).toBe(text);
    expect(distanceText(distanceBetween(actual, expected))).toBe(text);
  });
});

describe("months in which two plans cross", () => {
  test("are found for every pair, each with few events, and every event is needed", async () => {
    const crossings = await plansThatCross(right, { seed: 1, runs: 240 });
    expect(crossings).toHaveLength(3);
    for (const { exhibit } of crossings) {
      const { month, plans } = exhibit.given;
      expect(month.events.length).toBeLessThanOrEqual(3);
      const totals = plansNeverCross
        .requests(exhibit.given)
        .map((request) => correct(request).totals?.[month.contract.currency]);
      const lows = totals.map((total) => readDecimal(total?.low ?? "0"));
      const [a, b, c, d] = lows.map((low) => low);
      if (!a || !b || !c || !d) throw new Error("there are four totals");
      expect(compare(a, b)).toBe(-compare(c, d));
      expect(compare(a, b)).not.toBe(0);
      expect(exhibit.verdict).toMatchObject({ findings: plans.map(({ model }) => ({ line: model })) });
    }
  });

  test("are none where every plan costs the same", async () => {
    const flat = { name: "flat", rate: () => ({ charges: [], totals: {}, issues: [] }) };
    expect(await plansThatCross(flat, { seed: 1, runs: 60 })).toEqual([]);
  });
});
