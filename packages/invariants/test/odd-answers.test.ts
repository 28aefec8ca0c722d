import { expect, test } from "vitest";
import { laws } from "../src/laws/index.ts";
import { plainRate } from "../src/plain-rater/plain-rate.ts";
import type { RatingRequest } from "../src/request.ts";
import { runLaw } from "../src/run/run-law.ts";
import type { Answer, AnswerLine } from "../src/subject.ts";

const odd: readonly (readonly [string, (lines: readonly AnswerLine[]) => readonly AnswerLine[]])[] = [
  ["in the wrong currency", (lines) => lines.map((line) => ({ ...line, currency: "XTS" }))],
  ["twice", (lines) => lines.flatMap((line) => [line, line])],
  ["but the first", (lines) => lines.slice(1)],
];

test.each(odd)("an answer with its lines %s breaks laws, and each says which lines", async (_name, change) => {
  const rate = (request: RatingRequest): Answer => {
    const answer = plainRate(request, new Map());
    return { ...answer, charges: change(answer.charges ?? []) };
  };
  const runs = await Promise.all(
    laws
      .filter(({ suite }) => suite === "conservation")
      .map((law) => runLaw(law, { name: "odd", rate }, { runs: 60, seed: 9 })),
  );
  const findings = runs.flatMap((run) =>
    run.outcome === "failed" && run.failure.exhibit.verdict.outcome === "broken"
      ? run.failure.exhibit.verdict.findings
      : [],
  );
  expect(runs.filter(({ outcome }) => outcome === "failed").length).toBeGreaterThanOrEqual(1);
  expect(findings.every(({ line, expected, actual }) => line !== "" && expected !== actual)).toBe(true);
});
