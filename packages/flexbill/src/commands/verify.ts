import { resolve } from "node:path";
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
  renderFailure,
  renderGithub,
  renderJson,
  renderJunit,
  renderRun,
  renderSummary,
  runSuite,
} from "@flexbill/invariants";
import type { Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { openTarget } from "../output/write-aside.ts";
import { faultyList, faultyPrefix } from "../verify/faulty.ts";
import { type Adapter, openAdapter } from "../verify/open-adapter.ts";
import { selectLaws, suitesOf } from "../verify/select.ts";
import { type FailureStore, failureStore } from "../verify/store.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill verify`. */
export interface VerifyFlags {
  readonly adapter?: string;
  readonly runs: number;
  readonly seed: number;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly replay?: string;
  readonly bail: boolean;
  readonly failures: string;
  readonly format: "text" | "json" | "junit" | "github";
  readonly lang?: Language;
  readonly output?: string;
  readonly quiet: boolean;
}

/** `flexbill verify`: runs the laws on a rater, ours or anyone's. */
export async function verifyCommand(this: Context, flags: VerifyFlags, ...names: readonly string[]): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  if (flags.adapter === `${faultyPrefix}list`) return list(this, flags);
  const { chosen, unknown } = selectLaws(laws, names);
  if (unknown.length > 0) return refuse(this, unclear(words.unknownLaws(unknown, suitesOf(laws))));
  const adapter = await openAdapter(flags.adapter, host, words);
  if (!adapter.ok) return refuse(this, adapter);
  const store = failureStore(resolve(host.cwd, flags.failures));
  const forget = host.onStop(adapter.value.close);
  try {
    if (flags.replay !== undefined) await replay(this, flags, { adapter: adapter.value, store, token: flags.replay });
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
}

async function verify(
  context: Context,
  flags: VerifyFlags,
  { adapter, store, chosen }: Verifying & { chosen: readonly Law[] },
) {
  const { host, language } = context.session;
  const tell = flags.quiet ? () => undefined : (text: string) => host.err.write(text);
  const still = await stillBroken(chosen, await adapter.open(), await store.all());
  for (const { law, failure } of still)
    await tell(`${renderFailure(law, failure, replayLine(flags, failure), language)}\n`);
  const byId = new Map(chosen.map((law) => [law.id, law]));
  const unsay = host.onStop(() => void host.err.write(`${renderSummary(done, language)}\n`));
  const done: LawRun[] = [];
  const reported: Reported[] = [];
  const started = host.now();
  await runSuite(chosen, adapter.open, {
    ...flags,
    clock: host.now,
    onDone: (run) => {
      done.push(run);
      const law = byId.get(run.law);
      if (law === undefined) return;
      const failure = counterexampleOf(law, run, flags.seed);
      reported.push({ law, run, ...(failure === undefined ? {} : { failure }) });
      void tell(`${renderRun(law, run, language)}\n`);
    },
  });
  unsay();
  for (const { failure } of reported) if (failure !== undefined) await store.keep(failure, replayLine(flags, failure));
  await report(context, flags, { reported, seconds: (host.now() - started) / 1000 });
  context.leave(done.some(isFailure) || still.length > 0 ? exitCodes.no : exitCodes.done);
}

/** The kept failures of these laws that the rater still shows. */
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

async function replay(context: Context, flags: VerifyFlags, { adapter, store, token }: Verifying & { token: string }) {
  const { language, host } = context.session;
  const kept = await store.find(token);
  const law = laws.find(({ id }) => id === kept?.law);
  if (kept === undefined || law === undefined) {
    return refuse(context, unclear(wordsOf(language).unknownReplay(token, flags.failures)));
  }
  const { verdict, answers } = await judge(law, kept.given, await adapter.open());
  if (verdict.outcome === "holds") {
    await host.out.write(`${wordsOf(language).replayHolds(law.id)}\n`);
    return context.leave(exitCodes.done);
  }
  const { trouble: _, ...rest } = kept;
  const now =
    verdict.outcome === "broken" ? { findings: verdict.findings } : { findings: [], trouble: verdict.message };
  await host.out.write(`${renderFailure(law, { ...rest, ...now, answers }, replayLine(flags, kept), language)}\n`);
  context.leave(exitCodes.no);
}

function replayLine({ adapter, failures }: VerifyFlags, { token }: Counterexample): string {
  const quoted = (text: string) =>
    /^[\w./:@=-][\w./:@=~-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  const where = failures === defaultFailures ? "" : ` --failures ${quoted(failures)}`;
  return `flexbill verify${adapter === undefined ? "" : ` --adapter ${quoted(adapter)}`}${where} --replay ${quoted(token)}`;
}

/** Where failures are kept without `--failures`. */
export const defaultFailures = "flexbill-failures";

async function report(
  context: Context,
  flags: VerifyFlags,
  { reported, seconds }: { reported: readonly Reported[]; seconds: number },
) {
  const { host, language } = context.session;
  const text = () => {
    const failures = reported.flatMap(({ law, failure }) =>
      failure === undefined ? [] : [renderFailure(law, failure, replayLine(flags, failure), language)],
    );
    const summary = renderSummary(
      reported.map(({ run }) => run),
      language,
    );
    return `${[...failures, wordsOf(language).verified(summary, flags.seed, seconds)].join("\n")}\n`;
  };
  const rendered = {
    text,
    json: () => renderJson(reported, flags.seed),
    junit: () => renderJunit(reported),
    github: () => renderGithub(reported),
  }[flags.format]();
  const target = openTarget(flags.output, host);
  await target.write(rendered);
  await target.keep();
}
