import { nearest } from "@flexbill/documents";
import type { Language, Month } from "@flexbill/kernel";
import { profileById, profileIds } from "@flexbill/simulator";
import type { Context } from "../cli/context.ts";
import { clientLines, curlLine } from "../demo/client-lines.ts";
import { playDemoMonth } from "../demo/demo-world.ts";
import { lastMonth } from "../demo/last-month.ts";
import { serveWorld } from "../demo/serve-world.ts";
import { refuse, unclear } from "../input/reading.ts";
import { wordsOf } from "../words.ts";

/** The options that serving a world takes. */
export interface MockFlags {
  readonly port: number;
  readonly month?: Month;
  readonly seed: number;
  readonly lang?: Language;
  readonly quiet: boolean;
}

/** What `flexbill mock` takes beside. */
export interface MockOnlyFlags extends MockFlags {
  readonly profile: string;
  readonly strict: boolean;
  readonly controlToken?: string;
}

/** `flexbill mock`: Twilio on this machine, with a simulated month in it. */
export async function mockCommand(this: Context, { port, seed, quiet, ...flags }: MockOnlyFlags): Promise<void> {
  const { host, language } = this.session;
  if (profileById(flags.profile) === undefined) {
    await refuse(
      this,
      unclear(wordsOf(language).unknownProfile(flags.profile, profileIds, nearest(flags.profile, profileIds))),
    );
    return;
  }
  const month = playDemoMonth(flags.month ?? lastMonth(host.now()), seed, flags.profile);
  const { account } = month.contract;
  await serveWorld(this, month, { port, ...flags }, (url) =>
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
