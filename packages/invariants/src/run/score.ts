import type { Law } from "../law.ts";
import type { Subject } from "../subject.ts";
import { drawCases, seedOf } from "./draw.ts";
import { judge } from "./judge.ts";
import type { Memory } from "./memory.ts";

/**
 * How many cases a law needs to find what is wrong with a rater that answers at once; undefined where `runs` cases find
 * nothing. Nothing is shrunk: for a scorecard.
 */
export function runsToFind<Case>(
  law: Law<Case>,
  subject: Subject,
  { seed, runs, memory }: { readonly seed: number; readonly runs: number; readonly memory?: Memory | undefined },
): number | undefined {
  const cases = drawCases(law, { seed: seedOf(seed, 0), runs });
  const found = cases.findIndex((given) => {
    if (law.fits?.(given) === false) return false;
    const exhibit = judge(law, given, subject, memory);
    if (exhibit instanceof Promise) throw new TypeError("A scorecard is for raters that answer at once");
    return exhibit.verdict.outcome !== "holds";
  });
  return found < 0 ? undefined : found + 1;
}
