import type { Law } from "../law.ts";
import type { LawRun } from "../run/run-law.ts";
import type { Counterexample } from "./counterexample.ts";
import { tallyOf } from "./text.ts";
import type { Tally } from "./words.en.ts";

/** A law with what came of it, and its failure where there is one. */
export interface Reported {
  readonly law: Law;
  readonly run: LawRun;
  readonly failure?: Counterexample;
}

/** What a run was asked: the same of two shards, or they are no parts of one run. */
export interface RunAsked {
  readonly version: string;
  readonly seed: number;
  /** Months drawn for each law, by all shards together. */
  readonly runs: number;
  /** How the command line names the rater; null for flexbill's own. */
  readonly adapter: string | null;
  /** The part of the run that this report is of, from 0; without it all of the run. */
  readonly shard?: { readonly index: number; readonly of: number };
}

/** A law as a report tells it. */
export interface LawReport {
  readonly id: string;
  readonly outcome: LawRun["outcome"];
  readonly runs: number;
  /** Months drawn that the law does not speak of, where there were any. */
  readonly rejected?: number;
  readonly classes: Readonly<Record<string, number>>;
  readonly milliseconds: { readonly generation: number; readonly rating: number };
  /** The classes met too rarely, of a vacuous law. */
  readonly missing?: readonly string[];
  /** What the rater does not model, of a skipped law. */
  readonly needs?: readonly string[];
  readonly failure?: Counterexample;
}

/** The run as one document; reports of shards are merged from these. */
export interface VerifyReport extends RunAsked {
  readonly schema: "flexbill.verify/1";
  readonly summary: Tally;
  readonly laws: readonly LawReport[];
}

/** What came of a run as one document, with what was asked. */
export function verifyReport(reported: readonly Reported[], asked: RunAsked): VerifyReport {
  const laws = reported.map(({ law, run, failure }) => ({
    id: law.id,
    suite: law.suite,
    sentence: law.sentence.en,
    clauses: law.clauses,
    outcome: run.outcome,
    runs: run.runs,
    ...(run.rejected === undefined ? {} : { rejected: run.rejected }),
    classes: run.classes,
    milliseconds: run.milliseconds,
    ...(run.outcome === "vacuous" ? { missing: run.missing } : {}),
    ...(run.outcome === "skipped" ? { needs: run.needs } : {}),
    ...(failure === undefined ? {} : { failure }),
  }));
  return { schema: "flexbill.verify/1", ...asked, summary: tallyOf(reported.map(({ run }) => run)), laws };
}
