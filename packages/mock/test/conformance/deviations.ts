import { readFileSync } from "node:fs";
import type { Problem } from "./problem.ts";

/** A difference between evidence and answer that is meant, and why. Texts are patterns: `*` stands for anything. */
export interface Deviation {
  readonly id: string;
  readonly operations: string;
  readonly from: string;
  readonly at: string;
  readonly what: string;
  readonly reason: string;
}

/** All differences that are meant. */
export const deviations = JSON.parse(
  readFileSync(new URL("deviations.json", import.meta.url), "utf8"),
) as readonly Deviation[];

const tests = deviations.map(({ id, operations, from, at, what }) => {
  const patterns = { operation: pattern(operations), from: pattern(from), at: pattern(at), what: pattern(what) };
  const parts = Object.entries(patterns) as [keyof Problem, RegExp][];
  return { id, fits: (problem: Problem) => parts.every(([part, wanted]) => wanted.test(problem[part])) };
});

function pattern(text: string): RegExp {
  const choices = text.split(" | ").map((each) => each.split("*").map(literal).join(".*"));
  return new RegExp(`^(?:${choices.join("|")})$`, "s");
}

function literal(text: string): string {
  return text.replace(/[\\^$.+?()[\]{}|/]/g, "\\$&");
}

/** The deviation that a problem falls under; undefined where it is not meant. */
export function deviationOf(problem: Problem): string | undefined {
  return tests.find(({ fits }) => fits(problem))?.id;
}
