import { resolve } from "node:path";
import { isFailure, laws, type MergeProblem, mergeReports, type NamedReport } from "@flexbill/invariants";
import type { Issue, Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { namesStdinTwice } from "../input/read-bytes.ts";
import { refuse, unclear } from "../input/reading.ts";
import { readVerifyReport } from "../input/verify-report.ts";
import { printReport, type ReportFlags } from "../verify/print-report.ts";
import { replayLine } from "../verify/replay-line.ts";
import { failureStore } from "../verify/store.ts";
import type { CommandWords } from "../words.en.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill verify merge`. */
export interface VerifyMergeFlags extends ReportFlags {
  readonly lang?: Language;
}

/** `flexbill verify merge`: makes one report of the reports of all shards, and keeps their failures here. */
export async function verifyMergeCommand(
  this: Context,
  flags: VerifyMergeFlags,
  ...paths: readonly string[]
): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  if (namesStdinTwice(paths)) return refuse(this, unclear(words.twice("-, -")));
  if (paths.length === 0) return refuse(this, unclear(words.noReports));
  const { parts, issues } = await readAll(this, paths);
  if (issues.length > 0) return refuse(this, { issues });
  const merged = mergeReports(parts, laws);
  if (!merged.ok) return refuse(this, unclear(merged.problems.map((one) => sentenceOf(one, words)).join("\n")));
  const { reported, asked } = merged;
  const store = failureStore(resolve(host.cwd, flags.failures));
  const adapter = asked.adapter ?? undefined;
  for (const { failure } of reported) {
    if (failure !== undefined) await store.keep(failure, replayLine(host, { ...flags, adapter }, failure.token));
  }
  const ending = (summary: string) => words.merged(summary, asked.seed, paths.length);
  await printReport(this, flags, { reported, asked, ending });
  this.leave(reported.some(({ run }) => isFailure(run)) ? exitCodes.no : exitCodes.done);
}

async function readAll({ session }: Context, paths: readonly string[]) {
  const parts: NamedReport[] = [];
  const issues: Issue[] = [];
  for (const name of paths) {
    const read = await readVerifyReport(name, session);
    if (read.ok) parts.push({ name, report: read.value });
    else issues.push(...read.issues);
  }
  return { parts, issues };
}

function sentenceOf(problem: MergeProblem, words: CommandWords): string {
  switch (problem.problem) {
    case "differs":
      return words.mergeDiffers(problem.what, problem.values);
    case "missing":
      return words.mergeMissing(problem.shards);
    case "doubled":
      return words.mergeDoubled(problem.shard, problem.names);
    case "unfinished":
      return words.mergeUnfinished(problem.name, problem.laws);
    case "unknown-law":
      return words.mergeUnknownLaw(problem.name, problem.law);
  }
}
