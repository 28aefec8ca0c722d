import {
  type Counterexample,
  differenceLaw,
  judge,
  type Law,
  laws,
  plansNeverCross,
  renderCrossing,
  renderFailure,
} from "@flexbill/invariants";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { wordsOf } from "../words.ts";
import type { Adapter } from "./open-adapter.ts";
import { referenceFor } from "./reference.ts";
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
  const law = lawOf(kept, flags.adapter);
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
  const line = replayLine(host, flags, kept.token);
  const shown = { ...rest, ...now, answers };
  const crosses = law.id === plansNeverCross.id && verdict.outcome === "broken";
  const text = crosses ? renderCrossing(shown, line, language) : renderFailure(law, shown, line, language);
  await host.out.write(`${text}\n`);
  context.leave(crosses ? exitCodes.done : exitCodes.no);
}

/** A law by its id, or what an exploration searched for. */
function lawOf(kept: Counterexample | undefined, adapter: string | undefined): Law | undefined {
  const explored = [differenceLaw(referenceFor(adapter)), plansNeverCross] as readonly unknown[] as readonly Law[];
  return [...laws, ...explored].find(({ id }) => id === kept?.law);
}
