import { expect, test } from "vitest";
import { questions, switches } from "./page.ts";

test("every switch answers a question, and every question that names one names one that exists", () => {
  const named = questions.flatMap((one) => ("switch" in one ? [one.switch] : []));
  expect(new Set(named)).toEqual(new Set(switches.map(({ key }) => key)));
});

test("a question has a switch, or an answer with the reason why it has none", () => {
  for (const one of questions) expect("switch" in one || (one.answer !== "" && one.why !== "")).toBe(true);
  expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
});
