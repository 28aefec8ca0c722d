import type { RatingRequest } from "../request.ts";
import { raterLost } from "../run/judge.ts";
import type { Answer } from "../subject.ts";
import { type LinesSubject, modelsOf } from "./json-lines.ts";
import { type After, patienceOf } from "./patience.ts";

/** What is used of `fetch`; it rejects where the address cannot be reached, or `signal` says to give up. */
export type Post = (
  address: string,
  init: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; readonly text: () => Promise<string> }>;

export interface HttpOptions {
  readonly address: string;
  readonly post: Post;
  /** Milliseconds without any answer until an address that owes some is given up. */
  readonly patience: number;
  readonly after: After;
}

/**
 * A rater at an address: the request is posted, 200 with the invoice comes back (formats.md section 8). Any other status
 * is trouble, told with its number. An answer to `{ "capabilities": {} }` may name what the rater models; any other
 * answer to that means everything, and the promise rejects where there is nobody to answer.
 */
export async function httpSubject(options: HttpOptions): Promise<LinesSubject> {
  const post = poster(options);
  const models = modelsOf(documentOf(await post.ask({ capabilities: {} })));
  const rate = async (request: RatingRequest): Promise<Answer> => invoiceOf(await post.ask(request)) as Answer;
  return { name: options.address, rate, alive: post.alive, ...(models === undefined ? {} : { models }) };
}

interface Replied {
  readonly status: number;
  readonly body: string;
}

/** Rejects with a lost rater where nothing answers: asking again for a smaller case would only take time. */
function poster({ address, post, patience, after }: HttpOptions) {
  const hang = new AbortController();
  const watch = patienceOf(patience, after, () => hang.abort());
  let lost = false;
  const headers = { "content-type": "application/json", accept: "application/json" };
  const ask = async (document: object): Promise<Replied> => {
    watch.asked();
    try {
      const body = JSON.stringify(document);
      const response = await post(address, { method: "POST", headers, body, signal: hang.signal });
      return { status: response.status, body: await response.text() };
    } catch (error) {
      lost = true;
      throw raterLost(hang.signal.aborted ? `no answer within ${patience} ms` : reasonOf(error));
    } finally {
      watch.answered();
    }
  };
  return { ask, alive: () => !lost };
}

function invoiceOf({ status, body }: Replied): unknown {
  if (status !== 200) throw new Error(`the address answered ${status}, wanted 200${beginning(body)}`);
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`the address answered no JSON${beginning(body)}`);
  }
}

/** What an address that may not know the first question makes of it. */
function documentOf(replied: Replied): unknown {
  try {
    return invoiceOf(replied);
  } catch {
    return undefined;
  }
}

function beginning(body: string): string {
  const line = body.trim().replaceAll(/\s+/g, " ").slice(0, 200);
  return line === "" ? "" : `: ${line}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `the address cannot be asked: ${error}`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? ` (${cause.code})` : "";
  return `the address cannot be asked: ${cause.message === "" ? error.message : cause.message}${code}`;
}
