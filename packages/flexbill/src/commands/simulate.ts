import type { Month } from "@flexbill/kernel";
import {
  type Believable,
  contractsFor,
  createRun,
  type Profile,
  type Run,
  type RunStatistics,
} from "@flexbill/simulator";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { readProfile, readRateCards } from "../input/profile.ts";
import { refuse, unclear } from "../input/reading.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill simulate`. */
export interface SimulateFlags {
  readonly month?: readonly Month[];
  readonly seed: number;
  readonly account?: string;
  readonly rateCard?: string;
  readonly show?: "profile" | "contract";
  readonly stats: boolean;
  readonly lang?: "en" | "ja";
  readonly output?: string;
  readonly quiet: boolean;
}

/** `flexbill simulate`: months of events, one JSON a line; or the profile and its contract themselves. */
export async function simulateCommand(this: Context, flags: SimulateFlags, name: string): Promise<void> {
  const { session } = this;
  const profile = await readProfile(name, session);
  if (!profile.ok) return refuse(this, profile);
  if (flags.show !== undefined) return show(this, flags, profile.value);
  const cards = await readRateCards(flags.rateCard, session);
  if (!cards.ok) return refuse(this, cards);
  const words = wordsOf(session.language);
  const { month: months = [], account, seed } = flags;
  if (months.length === 0) return refuse(this, unclear(words.noMonth));
  if (account !== undefined && !accountSid.test(account)) return refuse(this, unclear(words.notAccount(account)));
  const run = createRun(profile.value, {
    seed,
    months,
    ...(account === undefined ? {} : { account }),
    ...(cards.value === undefined ? {} : { rateCards: cards.value }),
  });
  await write(this, flags, run, profile.value.believable);
}

const accountSid = /^AC[0-9a-fA-F]{32}$/;

async function write(context: Context, flags: SimulateFlags, run: Run, believable: Believable): Promise<void> {
  const { host } = context.session;
  const target = openTarget(flags.output, host);
  for (const batch of run.batches) {
    const wait = target.write(batch.map((event) => `${JSON.stringify(event)}\n`).join(""));
    if (wait !== undefined) await wait;
  }
  await target.keep();
  if (flags.stats) await host.err.write(figures(run.statistics(), believable));
  context.leave(exitCodes.done);
}

async function show(context: Context, flags: SimulateFlags, profile: Profile): Promise<void> {
  const { host, language } = context.session;
  const sid = profile.accounts[flags.account ?? ""] ?? flags.account ?? profile.account;
  const contract = contractsFor(profile).find(({ account }) => account === sid);
  const shown = flags.show === "profile" ? profile : contract;
  if (shown === undefined) return refuse(context, unclear(wordsOf(language).noSuchContract(profile.id, sid)));
  const target = openTarget(flags.output, host);
  await target.write(`${JSON.stringify(shown, null, 2)}\n`);
  await target.keep();
  context.leave(exitCodes.done);
}

/** One figure a line; where the profile says what is believable, its range stands behind. */
function figures({ queues, ...figures }: RunStatistics, believable: Believable): string {
  const ranges: Readonly<Record<string, readonly [number, number] | undefined>> = believable;
  const line = (name: string, value: number): string => {
    const range = ranges[name];
    const behind = range === undefined ? "" : ` (${range[0]} – ${range[1]})`;
    return `${name}: ${Math.round(value * 1000) / 1000}${behind}\n`;
  };
  const lines = Object.entries(figures).map(([name, value]: readonly [string, number]) => line(name, value));
  const ofQueues = queues.flatMap(({ queue, ...own }) =>
    Object.entries(own).map(([name, value]: readonly [string, number]) => line(`${queue} ${name}`, value)),
  );
  return [...lines, ...ofQueues].join("");
}
