import type { Law } from "../law.ts";
import type { Subject } from "../subject.ts";
import { memoriesFor } from "./memory.ts";
import { type LawRun, type RunOptions, runLaw } from "./run-law.ts";

export interface SuiteOptions extends RunOptions {
  /** Ends after the first law that does not hold. */
  readonly bail?: boolean;
  /** Told before each law: for progress. */
  readonly onStart?: (law: Law) => void;
  /** Told after each law, and awaited before the next. */
  readonly onDone?: (run: LawRun) => void | Promise<void>;
  /** Asked before each law; true ends the run with what was done. */
  readonly stopped?: () => boolean;
}

/** Where the rater comes from: one that has died is opened again for the next law. */
export interface Opened extends Subject {
  readonly alive?: () => boolean;
}

/** Runs the laws one after the other on a rater; a rater that breaks down in one law is asked again in the next. */
export async function runSuite(
  laws: readonly Law[],
  open: () => Promise<Opened>,
  options: SuiteOptions,
): Promise<readonly LawRun[]> {
  const runs: LawRun[] = [];
  let subject = await open();
  let memoryOf = memoriesFor(laws);
  for (const law of laws) {
    if (options.stopped?.() === true) break;
    if (subject.alive?.() === false) {
      subject = await open();
      memoryOf = memoriesFor(laws);
    }
    options.onStart?.(law);
    const run = await runLaw(law, subject, { ...options, memory: memoryOf(law) });
    runs.push(run);
    await options.onDone?.(run);
    if (options.bail === true && isFailure(run)) break;
  }
  return runs;
}

/** A law that is broken or vacuous fails the run; a skipped one is counted apart. */
export function isFailure(run: LawRun): boolean {
  return run.outcome === "failed" || run.outcome === "vacuous";
}
