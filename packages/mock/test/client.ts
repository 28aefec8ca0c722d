import twilio from "twilio";

type Options<Data> = Parameters<typeof twilio.RequestClient.prototype.request<Data>>[0];

import { createMock, type World } from "../src/index.ts";
import { serve } from "../src/node/index.ts";
import { account } from "./worlds.ts";

/** Twilio's own client, pointed at an address by one option in code. */
export function clientOf(url: string, token = "0".repeat(32), sid = account) {
  class LocalClient extends twilio.RequestClient {
    override request<Data>(options: Options<Data>) {
      const { pathname, search, host } = new URL(options.uri);
      const headers = { ...options.headers, "X-Forwarded-Host": host };
      return super.request<Data>({ ...options, uri: url + pathname + search, headers } as typeof options);
    }
  }
  return twilio(sid, token, { httpClient: new LocalClient() });
}

/** Serves a world on a free port for as long as the work takes. */
export async function served<Result>(world: World, work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await serve({ mock: createMock(world), port: 0 });
  try {
    return await work(server.url);
  } finally {
    await server.close();
  }
}
