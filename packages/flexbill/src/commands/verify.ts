import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  type Counterexample,
  counterexampleOf,
  isFailure,
  judge,
  type Law,
  type LawRun,
  laws,
  type Opened,
  type Reported,
  type RunAsked,
  renderFailure,
  renderRun,
  renderSummary,
  runSuite,
} from "@flexbill/invariants";
import type { Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { openTarget } from "../output/write-aside.ts";
import { explore } from "../verify/explore.ts";
import { faultyList, faultyPrefix } from "../verify/faulty.ts";
import { type Adapter, openAdapter } from "../verify/open-adapter.ts";
import { printReport, type ReportFlags } from "../verify/print-report.ts";
import { replay } from "../verify/replay.ts";
import { replayLine } from "../verify/replay-line.ts";
import { selectLaws, suitesOf } from "../verify/select.ts";
import { type FailureStore, failureStore } from "../verify/store.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill verify`. */
export interface VerifyFlags extends ReportFlags {
  readonly adapter?: string;
  readonly runs: number;
  readonly seed: number;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly replay?: string;
  readonly explore: boolean;
  readonly bail: boolean;
  /** Milliseconds. */
  readonly patience: number;
  readonly lang?: Language;
  readonly quiet: boolean;
}

/** `flexbill verify`: runs the laws on a rater, ours or anyone's. */
export async function verifyCommand(this: Context, flags: VerifyFlags, ...names: readonly string[]): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  if (flags.adapter === `${faultyPrefix}list`) return list(this, flags);
  const { chosen, unknown } = selectLaws(laws, names);
  if (unknown.length > 0) return refuse(this, unclear(words.unknownLaws(unknown, suitesOf(laws))));
  const adapter = await openAdapter(flags.adapter, { host, words, patience: flags.patience });
  if (!adapter.ok) return refuse(this, adapter);
  const store = failureStore(resolve(host.cwd, flags.failures));
  const forget = host.onStop(adapter.value.close);
  try {
    if (flags.replay !== undefined) await replay(this, flags, { adapter: adapter.value, store, token: flags.replay });
    else if (flags.explore) await explore(this, flags, { adapter: adapter.value, store });
    else await verify(this, flags, { adapter: adapter.value, store, chosen });
  } finally {
    forget();
    adapter.value.close();
  }
}

async function list(context: Context, { format, output }: VerifyFlags): Promise<void> {
  const target = openTarget(output, context.session.host);
  await target.write(faultyList(format === "json" ? "json" : "text"));
  await target.keep();
  context.leave(exitCodes.done);
}

interface Verifying {
  readonly adapter: Adapter;
  readonly store: FailureStore;
  readonly chosen: readonly Law[];
}

async function verify(context: Context, flags: VerifyFlags, verifying: Verifying): Promise<void> {
  const { host, language } = context.session;
  const still = await tellStillBroken(context, flags, verifying);
  const started = host.now();
  const reported = await runLaws(context, flags, verifying);
  const seconds = (host.now() - started) / 1000;
  const asked = askedOf(flags, host.version);
  const ending = (summary: string) => wordsOf(language).verified(summary, flags.seed, seconds);
  await printReport(context, flags, { reported, asked, ending });
  context.leave(reported.some(({ run }) => isFailure(run)) || still > 0 ? exitCodes.no : exitCodes.done);
}

function askedOf({ seed, runs, adapter, shard }: VerifyFlags, version: string): RunAsked {
  return { version, seed, runs, adapter: adapter ?? null, ...(shard === undefined ? {} : { shard }) };
}

/** Runs the laws one after the other; what is found is told and kept at once, so that stopping half-way loses nothing. */
async function runLaws(
  context: Context,
  flags: VerifyFlags,
  { adapter, store, chosen }: Verifying,
): Promise<readonly Reported[]> {
  const { host, language } = context.session;
  const byId = new Map(chosen.map((law) => [law.id, law]));
  const done: LawRun[] = [];
  const reported: Reported[] = [];
  const progress = createProgress(host, flags.quiet);
  const say = (law: string) => progress.show(() => wordsOf(language).verifying(law, done.length + 1, chosen.length));
  let running = "";
  const unsay = host.onStop(() => {
    progress.clear();
    host.err.write(`${renderSummary(done, language)}\n`);
  });
  await runSuite(chosen, adapter.open, {
    ...flags,
    clock: host.now,
    pause: () => {
      say(running);
      return setImmediate();
    },
    onStart: ({ id }) => {
      running = id;
      say(running);
    },
    onDone: async (run) => {
      done.push(run);
      const law = byId.get(run.law);
      if (law === undefined) return;
      const failure = counterexampleOf(law, run, flags.seed);
      reported.push({ law, run, ...(failure === undefined ? {} : { failure }) });
      if (failure !== undefined) await store.keep(failure, replayLine(host, flags, failure.token));
      progress.clear();
      if (!flags.quiet) await host.err.write(`${renderRun(law, run, language)}\n`);
      await setImmediate();
    },
  });
  unsay();
  return reported;
}

/** Tells the kept failures of these laws that the rater still shows, and how many they are. */
async function tellStillBroken(
  { session: { host, language } }: Context,
  flags: VerifyFlags,
  { adapter, store, chosen }: Verifying,
): Promise<number> {
  const still = await stillBroken(chosen, await adapter.open(), await store.all());
  for (const { law, failure } of flags.quiet ? [] : still) {
    await host.err.write(`${renderFailure(law, failure, replayLine(host, flags, failure.token), language)}\n`);
  }
  return still.length;
}

async function stillBroken(chosen: readonly Law[], subject: Opened, kept: readonly Counterexample[]) {
  const broken: { readonly law: Law; readonly failure: Counterexample }[] = [];
  for (const failure of kept) {
    const law = chosen.find(({ id }) => id === failure.law);
    if (law === undefined) continue;
    const { verdict } = await judge(law, failure.given, subject);
    if (verdict.outcome !== "holds") broken.push({ law, failure });
  }
  return broken;
}
