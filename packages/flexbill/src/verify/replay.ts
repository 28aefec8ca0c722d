import { judge, laws, renderFailure } from "@flexbill/invariants";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { wordsOf } from "../words.ts";
import type { Adapter } from "./open-adapter.ts";
import { replayLine } from "./replay-line.ts";
import type { FailureStore } from "./store.ts";

interface Replaying {
  readonly adapter: Adapter;
  readonly store: FailureStore;
  readonly token: string;
}

/** Asks one kept failure again: exit code 1 where it is still there. */
export async function replay(
  context: Context,
  flags: { readonly adapter?: string; readonly failures: string },
  { adapter, store, token }: Replaying,
): Promise<void> {
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
  const line = replayLine(flags, kept.token);
  await host.out.write(`${renderFailure(law, { ...rest, ...now, answers }, line, language)}\n`);
  context.leave(exitCodes.no);
}
