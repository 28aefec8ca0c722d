import type { Law } from "../law.ts";
import { type LawRun, rareClasses } from "../run/run-law.ts";
import type { Counterexample } from "./counterexample.ts";
import type { LawReport, Reported, RunAsked, VerifyReport } from "./verify-report.ts";

/** A report and the name that messages give it, such as its file. */
export interface NamedReport {
  readonly name: string;
  readonly report: VerifyReport;
}

/** Why reports are not the parts of one run; shards count from 1 here, as on the command line. */
export type MergeProblem =
  | { readonly problem: "differs"; readonly what: string; readonly values: Readonly<Record<string, string>> }
  | { readonly problem: "missing"; readonly shards: readonly string[] }
  | { readonly problem: "doubled"; readonly shard: string; readonly names: readonly string[] }
  | { readonly problem: "unfinished"; readonly name: string; readonly laws: readonly string[] }
  | { readonly problem: "unknown-law"; readonly name: string; readonly law: string };

/** The whole run, or every reason why these reports do not make one. */
export type Merged =
  | { readonly ok: true; readonly reported: readonly Reported[]; readonly asked: RunAsked }
  | { readonly ok: false; readonly problems: readonly MergeProblem[] };

/**
 * Merges the reports of all shards of a run: counts add up, a law is broken where any shard broke it (the smallest case
 * stands for it), and whether a law met enough cases of each class is judged anew on all of them.
 */
export function mergeReports(parts: readonly NamedReport[], laws: readonly Law[]): Merged {
  const problems = [...differences(parts), ...wrongShards(parts), ...wrongLaws(parts, laws)];
  const [first] = parts;
  if (first === undefined || problems.length > 0) return { ok: false, problems };
  const { version, seed, runs, adapter } = first.report;
  const told = new Set(first.report.laws.map(({ id }) => id));
  const reported = laws.flatMap((law) => (told.has(law.id) ? [mergedLaw(law, parts)] : []));
  return { ok: true, reported, asked: { version, seed, runs, adapter } };
}

const shardOf = ({ report }: NamedReport) => report.shard ?? { index: 0, of: 1 };

function differences(parts: readonly NamedReport[]): readonly MergeProblem[] {
  const asked: Readonly<Record<string, (part: NamedReport) => string>> = {
    version: ({ report }) => report.version,
    seed: ({ report }) => `${report.seed}`,
    runs: ({ report }) => `${report.runs}`,
    adapter: ({ report }) => report.adapter ?? "flexbill",
    shards: (part) => `${shardOf(part).of}`,
  };
  return Object.entries(asked).flatMap(([what, of]): readonly MergeProblem[] => {
    const values = Object.fromEntries(parts.map((part) => [part.name, of(part)]));
    return new Set(Object.values(values)).size > 1 ? [{ problem: "differs", what, values }] : [];
  });
}

function wrongShards(parts: readonly NamedReport[]): readonly MergeProblem[] {
  const numbers = new Set(parts.map((part) => shardOf(part).of));
  const [of] = numbers;
  if (of === undefined || numbers.size > 1) return [];
  const named = Map.groupBy(parts, (part) => shardOf(part).index);
  const missing = Array.from({ length: of }, (_, index) => index).filter((index) => !named.has(index));
  const doubled = [...named].filter(([, theirs]) => theirs.length > 1);
  const label = (index: number) => `${index + 1}/${of}`;
  return [
    ...(missing.length > 0 ? [{ problem: "missing" as const, shards: missing.map(label) }] : []),
    ...doubled.map(([index, theirs]) => ({
      problem: "doubled" as const,
      shard: label(index),
      names: theirs.map(({ name }) => name),
    })),
  ];
}

/** A shard that ended early has not told every law that another has. */
function wrongLaws(parts: readonly NamedReport[], laws: readonly Law[]): readonly MergeProblem[] {
  const known = new Set(laws.map(({ id }) => id));
  const all = [...new Set(parts.flatMap(({ report }) => report.laws.map(({ id }) => id)))];
  return parts.flatMap(({ name, report }): readonly MergeProblem[] => {
    const told = report.laws.map(({ id }) => id);
    const lacking = all.filter((id) => !told.includes(id));
    const unknown = told.filter((id) => !known.has(id));
    return [
      ...(lacking.length > 0 ? [{ problem: "unfinished" as const, name, laws: lacking }] : []),
      ...unknown.map((law) => ({ problem: "unknown-law" as const, name, law })),
    ];
  });
}

function mergedLaw(law: Law, parts: readonly NamedReport[]): Reported {
  const told = parts.flatMap(({ report }) => report.laws.filter(({ id }) => id === law.id));
  const rejected = sumOf(told, (one) => one.rejected ?? 0);
  const counted = {
    law: law.id,
    runs: sumOf(told, ({ runs }) => runs),
    ...(rejected > 0 ? { rejected } : {}),
    classes: Object.fromEntries(
      Object.keys(law.classes).map((name) => [name, sumOf(told, ({ classes }) => classes[name] ?? 0)]),
    ),
    milliseconds: {
      generation: sumOf(told, ({ milliseconds }) => milliseconds.generation),
      rating: sumOf(told, ({ milliseconds }) => milliseconds.rating),
    },
  };
  const [failure] = told
    .flatMap((one) => one.failure ?? [])
    .sort((one, other) => one.events.shrunk - other.events.shrunk);
  if (failure !== undefined)
    return { law, run: { ...counted, outcome: "failed", failure: shrunkOf(failure) }, failure };
  const skipped = told.find(({ outcome }) => outcome === "skipped");
  if (skipped !== undefined) return { law, run: { ...counted, outcome: "skipped", needs: skipped.needs ?? [] } };
  const missing = rareClasses(law, counted);
  return {
    law,
    run: missing.length > 0 ? { ...counted, outcome: "vacuous", missing } : { ...counted, outcome: "passed" },
  };
}

function sumOf(told: readonly LawReport[], of: (one: LawReport) => number): number {
  return told.reduce((sum, one) => sum + of(one), 0);
}

function shrunkOf({ given, requests, answers, findings, trouble, events }: Counterexample) {
  const verdict =
    trouble === undefined
      ? ({ outcome: "broken", findings } as const)
      : ({ outcome: "trouble", request: 0, message: trouble, lost: false } as const);
  const failure: Extract<LawRun, { outcome: "failed" }>["failure"] = {
    originalEvents: events.original,
    exhibit: { given, requests, answers, verdict },
  };
  return failure;
}
