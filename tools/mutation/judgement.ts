import { type Fate, keyOf, type Mutant } from "./mutants.ts";

/** Mutants that no test finds, and why not. */
export interface Excuse {
  readonly reason: string;
  readonly mutants: readonly Mutant[];
}

/** What a run says of a package's tests. */
export interface Judgement {
  readonly found: number;
  readonly missed: number;
  /** The share that was found, in hundredths; listed survivors count as missed. */
  readonly score: number;
  /** Survivors without a reason. */
  readonly unlisted: readonly Fate[];
  /** Reasons without a survivor: the mutant is found, or is no longer made. */
  readonly stale: readonly Mutant[];
}

/** Holds the mutants of some files against the list of survivors. */
export function judge(mutants: readonly Fate[], excuses: readonly Excuse[]): Judgement {
  const missed = mutants.filter(({ outcome }) => outcome === "missed");
  const givenUp = mutants.filter(({ outcome }) => outcome === "given up");
  const found = mutants.filter(({ outcome }) => outcome === "found").length + givenUp.length;
  const files = new Set(mutants.map(({ file }) => file));
  const listed = excuses.flatMap((excuse) => excuse.mutants);
  const known = new Set(listed.map(keyOf));
  // What only makes the code slow survives on a quick machine and is given up on a busy one.
  const surviving = new Set([...missed, ...givenUp].map(keyOf));
  const all = found + missed.length;
  return {
    found,
    missed: missed.length,
    score: all === 0 ? 100 : (found * 100) / all,
    unlisted: missed.filter((mutant) => !known.has(keyOf(mutant))),
    stale: listed.filter((mutant) => files.has(mutant.file) && !surviving.has(keyOf(mutant))),
  };
}

/** What is wrong, a line each; none where the package passes. */
export function complaints({ score, unlisted, stale }: Judgement, bar: number): readonly string[] {
  return [
    ...unlisted.map(({ file, at, line, change }) => `survives without a reason: ${file}:${at}  ${change}\n    ${line}`),
    ...stale.map(({ file, line, change }) => `is listed and does not survive: ${file}  ${change}\n    ${line}`),
    ...(score < bar ? [`${score.toFixed(2)} % of the mutants are found, wanted ${bar} %`] : []),
  ];
}
