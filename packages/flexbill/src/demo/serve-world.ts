import { createMock, type World } from "@flexbill/mock";
import { serve } from "@flexbill/mock/node";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { wordsOf } from "../words.ts";

/** Serves a world until a signal asks to stop, then ends within two seconds and frees the port. */
export async function serveWorld(
  context: Context,
  world: World,
  port: number,
  ready: (url: string) => string,
): Promise<void> {
  const { host, language } = context.session;
  const stopped = host.waitForStop();
  const served = await serve({ mock: createMock(world, { stopwatch: host.now }), port });
  if (served.moved) await host.err.write(`${wordsOf(language).portTaken(port, served.port)}\n`);
  await host.out.write(ready(served.url));
  const signal = await stopped;
  await served.close();
  context.leave(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated);
}
