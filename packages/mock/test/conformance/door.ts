import { getResponse, type HttpHandler, http } from "msw";
import { setupServer } from "msw/node";
import { handlers, type Mock } from "../../src/index.ts";
import { serve } from "../../src/node/index.ts";

/** What a client sends to an address at Twilio. */
export interface Ask {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What comes back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A way in: it takes what a client sends to Twilio and gives what comes back. */
export interface Door {
  readonly ask: (ask: Ask) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** The three ways to a mock, each opened on a mock of its own. */
export const doors: Readonly<Record<string, (mock: Mock) => Promise<Door>>> = {
  "in process": async (mock) => ({
    ask: async ({ url, ...init }) => answerOf(await mock.fetch(new Request(url, init))),
    close: async () => undefined,
  }),
  "over HTTP": async (mock) => {
    const served = await serve({ mock, port: 0 });
    const ask = async ({ url, headers, ...init }: Ask) => {
      const { host, pathname, search } = new URL(url);
      const forwarded = { ...headers, "X-Forwarded-Host": host };
      return answerOf(await fetch(served.url + pathname + search, { ...init, headers: forwarded }));
    };
    return { ask, close: served.close };
  },
  "through MSW": async (mock) => {
    const handled = handlers(mock, http);
    if (!isNode) return { ask: (ask) => askHandlers(handled, ask), close: async () => undefined };
    const server = setupServer(...handled);
    server.listen({ onUnhandledFrame: "error" });
    return {
      ask: async ({ url, ...init }) => answerOf(await fetch(url, init)),
      close: async () => server.close(),
    };
  },
};

/** MSW gets between Node and its sockets; Deno and Bun have others, so there its handlers are asked themselves. */
const isNode = !("Deno" in globalThis) && !("Bun" in globalThis);

async function askHandlers(handled: ReturnType<typeof handlers<HttpHandler>>, { url, ...init }: Ask): Promise<Answer> {
  const response = await getResponse([...handled], new Request(url, init));
  if (response === undefined) throw new Error(`No handler answers ${url}`);
  return answerOf(response);
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}
