import type { Finding, Law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { LawRun } from "../run/run-law.ts";
import { eventsOf } from "../run/shrink.ts";
import type { Answer } from "../subject.ts";
import { answerAsJson } from "./as-json.ts";

/** A failure as it is kept: the shrunk case itself, with what was asked, answered and wanted. */
export interface Counterexample {
  readonly schema: "flexbill.counterexample/1";
  /** Names the case in a replay: the law and a digest of the case. */
  readonly token: string;
  readonly law: string;
  readonly sentence: string;
  readonly clauses: readonly string[];
  readonly seed: number;
  readonly run: number;
  readonly events: { readonly original: number; readonly shrunk: number };
  /** What does not hold; empty where the rater gave no answer that could be judged. */
  readonly findings: readonly Finding[];
  /** What was wrong with the rater itself: it threw, hung, ended or answered something else. */
  readonly trouble?: string;
  readonly given: unknown;
  readonly requests: readonly RatingRequest[];
  readonly answers: readonly Answer[];
}

/** The counterexample of a failed run; undefined where it did not fail on a case. */
export function counterexampleOf(law: Law, run: LawRun, seed: number): Counterexample | undefined {
  if (run.outcome !== "failed") return undefined;
  const { exhibit, originalEvents } = run.failure;
  const { verdict, given, requests, answers } = exhibit;
  return {
    schema: "flexbill.counterexample/1",
    token: tokenOf(law.id, given),
    law: law.id,
    sentence: law.sentence.en,
    clauses: law.clauses,
    seed,
    run: run.runs,
    events: { original: originalEvents, shrunk: eventsOf(given) },
    findings: verdict.outcome === "broken" ? verdict.findings : [],
    ...(verdict.outcome === "trouble" ? { trouble: verdict.message } : {}),
    given,
    requests,
    answers: answers.map(answerAsJson),
  };
}

/** The name of a case: its law and 64 bits of its JSON (FNV-1a), so that the same case has the same name everywhere. */
export function tokenOf(law: string, given: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(given))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `${law}~${hash.toString(16).padStart(16, "0")}`;
}
