import fc from "fast-check";
import type { Law } from "../law.ts";

/** What one run of a law draws from: everything that a replay needs besides the law itself. */
export interface DrawOptions {
  readonly seed: number;
  readonly runs: number;
}

/** The cases of a run, in order: the same law, seed and number of runs give the same cases. */
export function drawCases<Case>(law: Law<Case>, { seed, runs }: DrawOptions): readonly Case[] {
  const cases: Case[] = [];
  const keep = fc.property(law.given, (given) => {
    cases.push(given);
  });
  fc.assert(keep, { seed, numRuns: runs, maxSkipsPerRun: 100 });
  return cases;
}

/** A seed of its own for each law and shard, so that no two laws walk through the same draws. */
export function seedOf(seed: number, lawId: string, shard: number): number {
  let mixed = (seed ^ Math.imul(shard + 1, 0x9e3779b1)) | 0;
  for (const letter of lawId) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) | 0;
  return mixed;
}
