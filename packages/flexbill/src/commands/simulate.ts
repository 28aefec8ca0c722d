import type { Month } from "@flexbill/kernel";
import { createRun, profileById, profileIds, type RunStatistics } from "@flexbill/simulator";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill simulate`. */
export interface SimulateFlags {
  readonly month: Month;
  readonly seed: number;
  readonly stats: boolean;
  readonly lang?: "en" | "ja";
  readonly output?: string;
  readonly quiet: boolean;
}

/** `flexbill simulate`: a month of events, one JSON a line. */
export async function simulateCommand(this: Context, flags: SimulateFlags, id: string): Promise<void> {
  const { host, language } = this.session;
  const profile = profileById(id);
  if (profile === undefined) {
    await refuse(this, unclear(wordsOf(language).unknownProfile(id, profileIds)));
    return;
  }
  const run = createRun(profile, flags);
  const target = openTarget(flags.output, host);
  for (const batch of run.batches) await target.write(batch.map((event) => `${JSON.stringify(event)}\n`).join(""));
  await target.keep();
  if (flags.stats) await host.err.write(figures(run.statistics()));
  this.leave(exitCodes.done);
}

function figures({ queues, ...figures }: RunStatistics): string {
  const line = (name: string, value: number): string => `${name}: ${Math.round(value * 1000) / 1000}\n`;
  const lines = Object.entries(figures).map(([name, value]: readonly [string, number]) => line(name, value));
  const ofQueues = queues.flatMap(({ queue, ...own }) =>
    Object.entries(own).map(([name, value]: readonly [string, number]) => line(`${queue} ${name}`, value)),
  );
  return [...lines, ...ofQueues].join("");
}
