import type { Language, Month } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { clientLines, curlLine } from "../demo/client-lines.ts";
import { playDemoMonth, worldOf } from "../demo/demo-world.ts";
import { lastMonth } from "../demo/last-month.ts";
import { serveWorld } from "../demo/serve-world.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill mock`. */
export interface MockFlags {
  readonly port: number;
  readonly month?: Month;
  readonly seed: number;
  readonly lang?: Language;
  readonly quiet: boolean;
}

/** `flexbill mock`: Twilio on this machine, with a simulated month in it. */
export async function mockCommand(this: Context, { port, seed, quiet, ...flags }: MockFlags): Promise<void> {
  const { host, language } = this.session;
  const month = playDemoMonth(flags.month ?? lastMonth(host.now()), seed);
  const { account } = month.contract;
  await serveWorld(this, worldOf(month, host.now), port, (url) =>
    quiet
      ? `${url}\n`
      : wordsOf(language).mockReady({
          url,
          month: month.month,
          client: clientLines(account, url),
          curl: curlLine(account, url),
        }),
  );
}
