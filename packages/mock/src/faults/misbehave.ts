import type { MiddlewareHandler } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { json } from "../http/respond.ts";
import { jsonIn } from "../json-in.ts";
import { malformed, mispaged, refusal, truncated } from "./answers.ts";
import { describedIssues } from "./described-issues.ts";
import { type Fault, readFault } from "./fault.ts";
import type { Faults } from "./fault-rules.ts";

/** The header that makes one request go wrong; its value is a fault as JSON. */
export const faultHeader = "x-flexbill-fault";

/** Waits so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>;

/** What a request does to usage that is not as it should be. */
export interface UsageFaults {
  /** How long ago usage was last counted. */
  readonly staleSeconds?: number;
  /** How much of the newest usage is missing though it should be there. */
  readonly lateSeconds?: number;
  readonly rangeNotFound?: true;
  readonly subaccountsIgnored?: true;
}

type Answer = () => Promise<Response>;

/** Lets requests go wrong as the faults that meet them say, the first outermost. */
export function misbehave(faults: Faults, sleep: Sleep): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const own = ownFault(c.req.header(faultHeader));
    if (own instanceof Response) return own;
    const met = [...faults.meet(askedOf(c)), ...own];
    if (met.length === 0) return next();
    const asItShould: Answer = async () => {
      await next();
      return c.res;
    };
    const answer = await met.reduceRight<Answer>((inner, fault) => () => spoilt(fault, c, sleep, inner), asItShould)();
    if (!c.finalized) return answer;
    if (answer !== c.res) {
      // Hono would carry the headers of the answer that is replaced over to the new one.
      c.res = undefined;
      c.res = answer;
    }
    return undefined;
  };
}

/** What the header of a request asks for, or the answer to one that asks for nothing known. */
function ownFault(header: string | undefined): readonly Fault[] | Response {
  if (header === undefined) return [];
  const asked = jsonIn(header);
  const read = readFault(asked === undefined ? header : asked);
  return read.ok ? [read.value] : json(400, { issues: describedIssues(read.issues) });
}

function askedOf(c: MockContext) {
  const { product, path } = c.get("target");
  const query = /\?[^#]*/.exec(c.req.url)?.[0] ?? "";
  const named = /^\/2010-04-01\/Accounts\/(AC[^/.]+)/.exec(path)?.[1];
  return { asked: `${c.req.method} ${product}.twilio.com${path}${query}`, account: named ?? c.get("caller").sid };
}

async function spoilt(fault: Fault, c: MockContext, sleep: Sleep, inner: Answer): Promise<Response> {
  switch (fault.kind) {
    case "status":
      if (fault.processed) await inner();
      return refusal(fault);
    case "dropped-connection":
      if (fault.processed) await inner();
      return Response.error();
    case "latency":
      await sleep(fault.milliseconds);
      return inner();
    case "malformed-body":
      return withBody(await inner(), malformed);
    case "truncated-body":
      return withBody(await inner(), truncated);
    case "flaky-paging":
      return withBody(await inner(), (response) => mispaged(response, fault.form));
    default:
      c.set("usageFaults", { ...c.get("usageFaults"), ...usageFaultOf(fault) });
      return inner();
  }
}

type UsageFault = Extract<Fault, { kind: "stale-as-of" | "late-data" | "range-not-found" | "subaccounts-ignored" }>;

function usageFaultOf(fault: UsageFault): UsageFaults {
  if (fault.kind === "stale-as-of") return { staleSeconds: fault.seconds };
  if (fault.kind === "late-data") return { lateSeconds: fault.seconds };
  return fault.kind === "range-not-found" ? { rangeNotFound: true } : { subaccountsIgnored: true };
}

/** A connection that is gone has no body to spoil. */
async function withBody(response: Response, change: (response: Response) => Promise<Response>): Promise<Response> {
  return response.type === "error" ? response : change(response);
}
