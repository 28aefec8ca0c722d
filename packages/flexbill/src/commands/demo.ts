import { one } from "@flexbill/kernel";
import { renderInvoiceText } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { clientLines, curlLine } from "../demo/client-lines.ts";
import { type DemoMonth, playDemoMonth, rateDemoMonth } from "../demo/demo-world.ts";
import { inventedMark, inventedText } from "../demo/invented.ts";
import { lastMonth } from "../demo/last-month.ts";
import { serveWorld } from "../demo/serve-world.ts";
import { simulatedWorld } from "../demo/served-world.ts";
import type { Session } from "../host.ts";
import { paper } from "../output/paper.ts";
import { wordsOf } from "../words.ts";
import type { MockFlags } from "./mock.ts";

/** The options of `flexbill demo`. */
export type DemoFlags = MockFlags;

/** `flexbill demo`: a simulated month, its invoice, and the mock with that month in it. */
export async function demoCommand(this: Context, { port, seed, ...flags }: DemoFlags): Promise<void> {
  const { host, language } = this.session;
  const month = playDemoMonth(flags.month ?? lastMonth(host.now()), seed);
  await host.out.write(shown(month, seed, this.session));
  const { account } = month.contract;
  const world = simulatedWorld(month, { now: host.now, rate: one }, { profile: "demo", seed });
  await serveWorld(this, world, { port }, (url) =>
    wordsOf(language).mockReady({
      url,
      month: month.month,
      client: clientLines(account, url),
      curl: curlLine(account, url),
    }),
  );
}

function shown(month: DemoMonth, seed: number, session: Session): string {
  const { contract, statistics } = month;
  const words = wordsOf(session.language);
  const look = paper(session);
  const invoice = rateDemoMonth(month, session.host.now());
  return [
    `${words.demoIntro(month.month, seed, statistics)}\n`,
    renderInvoiceText(invoice, { ...look, mark: inventedMark(contract) }),
    inventedText(contract, look),
    "",
  ].join("\n");
}
