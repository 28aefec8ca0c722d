import { setImmediate } from "node:timers/promises";
import {
  type Counterexample,
  counterexampleOf,
  distanceText,
  type Exhibit,
  type Law,
  largestDifference,
  plansNeverCross,
  plansThatCross,
  renderCrossing,
  renderFailure,
} from "@flexbill/invariants";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import type { Adapter } from "./open-adapter.ts";
import type { ReportFlags } from "./print-report.ts";
import { referenceFor } from "./reference.ts";
import { replayLine } from "./replay-line.ts";
import type { FailureStore } from "./store.ts";

/** The options of an exploration. */
export interface ExploreFlags extends ReportFlags {
  readonly adapter?: string;
  readonly runs: number;
  readonly seed: number;
  readonly quiet: boolean;
}

interface Explored {
  readonly law: Law<never>;
  readonly distance?: string;
  readonly failure: Counterexample;
}

/**
 * Searches for the month on which the rater is furthest from flexbill's own (flexbill's own, from the second rater that
 * ships), and for months in which two plans cross. What is found is kept, to be asked again by its token.
 */
export async function explore(
  context: Context,
  flags: ExploreFlags,
  { adapter, store }: { readonly adapter: Adapter; readonly store: FailureStore },
): Promise<void> {
  const { host, language } = context.session;
  const words = wordsOf(language);
  if (flags.format === "junit" || flags.format === "github") return refuse(context, unclear(words.exploreFormat));
  const progress = createProgress(host, flags.quiet);
  const pause = async (tried: number) => {
    progress.show(() => words.exploring(tried, flags.runs));
    await setImmediate();
  };
  const options = { seed: flags.seed, runs: flags.runs, pause };
  const found = await furthest(flags, adapter, options);
  if (found !== undefined) await store.keep(found.failure, replayLine(host, flags, found.failure.token));
  const crossings = (await plansThatCross(await adapter.open(), options)).map((one) =>
    kept(plansNeverCross as Law<never>, one, flags),
  );
  for (const { failure } of crossings) await store.keep(failure, replayLine(host, flags, failure.token));
  progress.clear();
  const target = openTarget(flags.output, host);
  await target.write(
    flags.format === "json" ? asJson(flags, found, crossings) : asText(context, flags, found, crossings),
  );
  await target.keep();
  context.leave(found === undefined ? exitCodes.done : exitCodes.no);
}

async function furthest(
  flags: ExploreFlags,
  adapter: Adapter,
  options: Parameters<typeof largestDifference>[2],
): Promise<Explored | undefined> {
  const largest = await largestDifference(await adapter.open(), referenceFor(flags.adapter), options);
  if (largest === undefined) return undefined;
  return { ...kept(largest.law as Law<never>, largest, flags), distance: distanceText(largest.distance) };
}

interface Found {
  readonly originalEvents: number;
  readonly exhibit: Exhibit<unknown>;
  readonly run: number;
}

/** What was found in the form of a failure. */
function kept(law: Law<never>, { originalEvents, exhibit, run }: Found, { seed }: ExploreFlags): Explored {
  const milliseconds = { generation: 0, rating: 0 };
  const failed = { law: law.id, runs: run, classes: {}, milliseconds, outcome: "failed" } as const;
  const failure = counterexampleOf(law as Law, { ...failed, failure: { originalEvents, exhibit } }, seed);
  if (failure === undefined) throw new Error("What failed is a failure");
  return { law, failure };
}

function asText(
  { session: { host, language } }: Context,
  flags: ExploreFlags,
  found: Explored | undefined,
  crossings: readonly Explored[],
): string {
  const words = wordsOf(language);
  const line = ({ token }: Counterexample) => replayLine(host, flags, token);
  const difference =
    found === undefined
      ? words.noDifference(flags.runs)
      : `${words.largest(found.distance ?? "", flags.runs)}\n${renderFailure(found.law as Law, found.failure, line(found.failure), language)}`;
  const crossed = crossings.map(({ failure }) => renderCrossing(failure, line(failure), language));
  return `${[difference, ...(crossed.length > 0 ? crossed : [words.noCrossing])].join("\n")}\n`;
}

function asJson({ seed, runs }: ExploreFlags, found: Explored | undefined, crossings: readonly Explored[]): string {
  const difference = found === undefined ? null : { distance: found.distance, failure: found.failure };
  const document = {
    schema: "flexbill.explore/1",
    seed,
    runs,
    difference,
    crossings: crossings.map(({ failure }) => failure),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
