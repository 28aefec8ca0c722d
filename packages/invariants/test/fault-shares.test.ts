import fc from "fast-check";
import { expect, test } from "vitest";
import { sameAnswer } from "../src/answers/lines.ts";
import { correct, faults } from "../src/faults/index.ts";
import { months } from "../src/laws/months.ts";
import type { Answer } from "../src/subject.ts";

const draws = 250;
const drawn = fc.sample(months, { numRuns: draws, seed: 8 }).map((month) => ({ month, right: correct(month) }));
const codesOf = ({ issues }: Answer) => issues.map(({ code }) => code).join();
const isSame = (one: Answer, other: Answer) => codesOf(one) === codesOf(other) && sameAnswer(one, other).length === 0;

test.each(faults)("$id leaves four random months of five as they are", ({ rate }) => {
  const untouched = drawn.filter(({ month, right }) => isSame(right, rate(month))).length;
  expect(untouched / draws).toBeGreaterThanOrEqual(0.8);
});
