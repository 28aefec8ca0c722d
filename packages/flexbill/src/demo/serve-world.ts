import { fromEpochMilliseconds } from "@flexbill/kernel";
import { createMock, createRunningClock } from "@flexbill/mock";
import { sendOverNetwork, serve } from "@flexbill/mock/node";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { wordsOf } from "../words.ts";
import { type DemoMonth, worldOf } from "./demo-world.ts";

/** How a world is served. */
export interface Serving {
  readonly port: number;
  readonly strict?: boolean;
  readonly controlToken?: string;
}

/** Serves the world of a month until a signal asks to stop, then ends within two seconds and frees the port. */
export async function serveWorld(
  context: Context,
  month: DemoMonth,
  { port, strict = false, controlToken }: Serving,
  ready: (url: string) => string,
): Promise<void> {
  const { host, language } = context.session;
  const stopped = host.waitForStop();
  const clock = createRunningClock(() => fromEpochMilliseconds(host.now()));
  const control = controlToken === undefined ? {} : { control: { clock, token: controlToken, send: sendOverNetwork } };
  const mock = createMock(worldOf(month, clock.now), { stopwatch: host.now, strict, ...control });
  const served = await serve({ mock, port });
  if (served.moved) await host.err.write(`${wordsOf(language).portTaken(port, served.port)}\n`);
  await host.out.write(ready(served.url));
  const signal = await stopped;
  await served.close();
  context.leave(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated);
}
