import type { Mock } from "../create-mock.ts";

/** What is needed of MSW's `http`, which the caller brings along. */
export interface HttpOfMsw<Handler> {
  all(address: RegExp, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

const twilioAddress = /^https:\/\/([a-z0-9-]+\.)+twilio\.com\//i;

/**
 * Handlers that answer whatever a program sends to Twilio's hosts, for `setupServer` or `setupWorker` of MSW. Answers
 * carry their length: a client that keeps connections open would wait for ever without one.
 *
 * @param http MSW's own `http`
 *
 * @example
 * ```ts
 * const server = setupServer(...handlers(mock, http));
 * ```
 */
export function handlers<Handler>(mock: Pick<Mock, "fetch">, http: HttpOfMsw<Handler>): readonly Handler[] {
  return [http.all(twilioAddress, async ({ request }) => mock.fetch(request))];
}
