import type { Law } from "../law.ts";
import type { Subject } from "../subject.ts";
import { drawCases, seedOf } from "./draw.ts";
import { judgeCases } from "./judge-cases.ts";
import type { Memory } from "./memory.ts";
import { lawFor, unmodelled } from "./models.ts";
import { eventsOf, type Failure, shrink } from "./shrink.ts";

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  /** This machine's part of the run: `of` machines, this one being number `index`, from 0. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** How many cases an answering process or address is asked at a time; 64 by default. */
  readonly inFlight?: number;
  /** Awaited now and then while a rater answers at once, so that others, such as a signal, have their turn. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds of a clock, for the share of each law; without it no time is told. */
  readonly clock?: () => number;
  /** Answers to the cases of the law that an earlier law asked for; filled by this one. */
  readonly memory?: Memory | undefined;
}

interface Counted {
  readonly law: string;
  /** How many cases were judged. */
  readonly runs: number;
  /** How many more were drawn that the law does not speak of, where there were any. */
  readonly rejected?: number;
  /** How many of the judged cases are of each class. */
  readonly classes: Readonly<Record<string, number>>;
  readonly milliseconds: { readonly generation: number; readonly rating: number };
}

/** What came of a law: it held, it was broken, it met too few cases of a class, or it does not apply. */
export type LawRun = Counted &
  (
    | { readonly outcome: "passed" }
    | { readonly outcome: "failed"; readonly failure: Failure<unknown> }
    | { readonly outcome: "vacuous"; readonly missing: readonly string[] }
    | { readonly outcome: "skipped"; readonly needs: readonly string[] }
  );

/**
 * Runs one law on a rater. A law that needs what the rater says it does not model is skipped, and says so; a law that
 * met a class of cases more rarely than it promises is vacuous, which is a failure, or skipped where the rater does not
 * model everything.
 */
export async function runLaw<Case>(asked: Law<Case>, subject: Subject, options: RunOptions): Promise<LawRun> {
  const law = lawFor(asked, subject.models);
  const clock = options.clock ?? (() => 0);
  const shard = options.shard ?? { index: 0, of: 1 };
  const seed = seedOf(options.seed, shard.index);
  const started = clock();
  const cases = drawCases(law, { seed, runs: partOf(options.runs, shard) });
  const drawn = clock();
  const needs = subject.models === undefined ? [] : unmodelled(law, cases, subject.models);
  const nothing = { law: law.id, runs: 0, classes: {}, milliseconds: { generation: 0, rating: 0 } };
  if (needs.length > 0) return { ...nothing, outcome: "skipped", needs };
  const { inFlight = 64, pause, memory } = options;
  const { broken, judged, rejected, silent } = await judgeCases(law, subject, cases, { inFlight, pause, memory });
  const counted = {
    law: law.id,
    runs: judged.length,
    ...(rejected > 0 ? { rejected } : {}),
    classes: countClasses(law, judged),
    milliseconds: { generation: drawn - started, rating: clock() - drawn },
  };
  if (broken !== undefined) {
    const { index, exhibit } = broken;
    const lost = exhibit.verdict.outcome === "trouble" && exhibit.verdict.lost;
    const failure = lost
      ? { originalEvents: eventsOf(exhibit.given), exhibit }
      : await shrink(law, subject, { seed, index, original: exhibit });
    return { ...counted, outcome: "failed", failure };
  }
  if (judged.length > 0 && silent === judged.length) return { ...counted, outcome: "skipped", needs: law.needs };
  const missing = rareClasses(law, counted);
  if (missing.length > 0 && subject.models !== undefined) return { ...counted, outcome: "skipped", needs: missing };
  return missing.length > 0 ? { ...counted, outcome: "vacuous", missing } : { ...counted, outcome: "passed" };
}

/** The shards of a run add up to it, whatever the remainder. */
export function partOf(runs: number, shard: { readonly index: number; readonly of: number }): number {
  return Math.trunc(runs / shard.of) + (shard.index < runs % shard.of ? 1 : 0);
}

function countClasses<Case>(law: Law<Case>, cases: readonly Case[]): Readonly<Record<string, number>> {
  const names = Object.entries(law.classes);
  return Object.fromEntries(names.map(([name, { of }]) => [name, cases.filter((given) => of(given)).length]));
}

/** The classes met less often than promised; a run of fewer than 200 cases is too short to say. */
export function rareClasses<Case>(
  law: Law<Case>,
  { runs, classes }: Pick<Counted, "runs" | "classes">,
): readonly string[] {
  if (runs < 200) return [];
  const rare = ([name, { atLeastPercent }]: [string, { atLeastPercent: number }]) =>
    (classes[name] ?? 0) * 100 < atLeastPercent * runs;
  return Object.entries(law.classes)
    .filter(rare)
    .map(([name]) => name);
}
