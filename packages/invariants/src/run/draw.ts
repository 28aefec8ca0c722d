import fc from "fast-check";
import type { Law } from "../law.ts";

/** What one run of a law draws from: everything that a replay needs besides the law itself. */
export interface DrawOptions {
  readonly seed: number;
  readonly runs: number;
}

/** The cases of a run, in order: the same law and seed give the same cases, and a longer run begins with a shorter one. */
export function drawCases<Case>(law: Law<Case>, options: DrawOptions): readonly Case[] {
  const known = drawn.get(law.given);
  if (known?.seed === options.seed && known.runs >= options.runs)
    return known.cases.slice(0, options.runs) as readonly Case[];
  const cases = draw(law, options);
  drawn.set(law.given, { ...options, cases });
  return cases;
}

/** The last draw of each arbitrary: laws that share one object share its cases. */
const drawn = new WeakMap<object, DrawOptions & { readonly cases: readonly unknown[] }>();

function draw<Case>(law: Law<Case>, { seed, runs }: DrawOptions): readonly Case[] {
  const cases: Case[] = [];
  const keep = fc.property(law.given, (given) => {
    cases.push(given);
  });
  fc.assert(keep, { seed, numRuns: runs, maxSkipsPerRun: 100 });
  return cases;
}

/** A seed of its own for each shard; laws of one arbitrary walk through the same draws. */
export function seedOf(seed: number, shard: number): number {
  return (seed ^ Math.imul(shard + 1, 0x9e3779b1)) | 0;
}
