import { errorEnvelope } from "@flexbill/twilio";
import { json, problem } from "../http/respond.ts";
import { jsonIn } from "../json-in.ts";
import type { Fault } from "./fault.ts";

/** How Twilio refuses with a status. */
export function refusal({ status, retryAfterSeconds = 1 }: Extract<Fault, { kind: "status" }>): Response {
  if (status === 500) return problem("internal");
  const name = status === 429 ? "tooManyRequests" : "unavailable";
  return json(status, errorEnvelope(name), { "Retry-After": String(retryAfterSeconds) });
}

/** The first half of a body, as if it were all of it. */
export async function malformed(response: Response): Promise<Response> {
  const half = await halfOf(response);
  const headers = new Headers(response.headers);
  headers.set("Content-Length", String(half.length));
  return new Response(half.length === 0 ? null : half, { status: response.status, headers });
}

/** The first half of a body, and then the connection is gone: the length that was announced never comes. */
export async function truncated(response: Response): Promise<Response> {
  const half = await halfOf(response);
  if (half.length === 0) return Response.error();
  const parts = [half];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const part = parts.shift();
      if (part === undefined) controller.error(new Error("The connection was dropped by a fault"));
      else controller.enqueue(part);
    },
  });
  const cut = new Response(body, { status: response.status, headers: response.headers });
  cutShort.add(cut);
  return cut;
}

const cutShort = new WeakSet<Response>();

/** Tells whether the body of an answer ends before its time, which a server has to do in its own way. */
export function isCutShort(response: Response): boolean {
  return cutShort.has(response);
}

async function halfOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.slice(0, Math.floor(bytes.length / 2));
}

/** A page of a list that leads its reader astray; an answer that is no list, or the last page of one, stays as it is. */
export async function mispaged(
  response: Response,
  form: Extract<Fault, { kind: "flaky-paging" }>["form"],
): Promise<Response> {
  const page = listIn(await response.clone().text());
  if (page === undefined) return response;
  const { body, key, rows } = page;
  const last = rows.slice(-1);
  const changed =
    form === "ends-early"
      ? withoutNext(body)
      : { ...body, [key]: form === "lost-row" ? rows.slice(0, -1) : [...rows, ...last] };
  return json(response.status, changed);
}

interface ListBody {
  readonly next_page_uri?: string | null;
  readonly meta?: { readonly next_page_url?: string | null };
}

function listIn(text: string) {
  const body = jsonIn(text) as ListBody | undefined;
  if (body === undefined || !(body.next_page_uri ?? body.meta?.next_page_url)) return undefined;
  const [list] = Object.entries(body).filter(([, value]) => Array.isArray(value));
  return list && { body, key: list[0], rows: list[1] as readonly unknown[] };
}

function withoutNext({ meta, ...body }: ListBody): ListBody {
  return meta === undefined ? { ...body, next_page_uri: null } : { ...body, meta: { ...meta, next_page_url: null } };
}
