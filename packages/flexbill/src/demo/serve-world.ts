import { createMock } from "@flexbill/mock";
import { type DataFolder, type Keeper, type Kept, sendOverNetwork, serve, sleepForReal } from "@flexbill/mock/node";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { wordsOf } from "../words.ts";
import type { ServedWorld } from "./served-world.ts";

/** How a world is served. */
export interface Serving {
  readonly port: number;
  readonly strict?: boolean;
  readonly controlToken?: string;
  /** Where the world is kept, and what is needed to go on with it. */
  readonly data?: { readonly folder: DataFolder; readonly about: Kept["about"] };
}

const heartbeatMilliseconds = 1_000;

/** Serves a world until a signal asks to stop, then ends within two seconds and frees the port. */
export async function serveWorld(
  context: Context,
  { world, clock, ...course }: ServedWorld,
  { port, strict = false, controlToken, data }: Serving,
  ready: (url: string) => string,
): Promise<void> {
  const { host, language } = context.session;
  const stopped = host.waitForStop();
  const time = { clock, send: sendOverNetwork, ...course };
  const control =
    controlToken === undefined ? { time } : { control: { ...time, token: controlToken, sleep: sleepForReal } };
  let keeper: Keeper | undefined;
  const saved = async () => keeper?.saved();
  const mock = createMock(world, { stopwatch: host.now, strict, ...control, ...(data && { saved }) });
  keeper = data?.folder.keep({ world, reached: mock.reached, about: data.about });
  const served = await serve({ mock, port });
  if (served.moved) await host.err.write(`${wordsOf(language).portTaken(port, served.port)}\n`);
  await host.out.write(ready(served.url));
  // Triggers fire and traffic comes while no client asks.
  const heartbeat = setInterval(() => {
    mock
      .catchUp()
      .then(saved)
      .catch(() => undefined);
  }, heartbeatMilliseconds);
  const signal = await stopped;
  clearInterval(heartbeat);
  await served.close();
  keeper?.close();
  context.leave(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated);
}
