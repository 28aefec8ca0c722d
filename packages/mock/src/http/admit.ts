import { errorEnvelope, unknownParameters } from "@flexbill/twilio";
import type { MiddlewareHandler } from "hono";
import type { World } from "../world/world.ts";
import { basicCredentials, type Credentials, callerOf, mayAsk } from "./authorize.ts";
import type { Environment, MockContext } from "./environment.ts";
import { readText } from "./form.ts";
import { json, problem } from "./respond.ts";
import { answerTest } from "./test-credentials.ts";

/** What is refused before a route is looked for. */
export interface AdmitOptions {
  /**
   * Credentials that are answered as Twilio answers test credentials: new calls and messages are checked and forgotten,
   * with the published magic numbers; all else is 403.
   */
  readonly testCredentials?: Credentials;
  /** How many requests of one account may be under way at once; without it, any number. */
  readonly concurrency?: number;
  /** Refuses parameters that Twilio's description of an operation does not name, to catch typing errors. */
  readonly strict?: boolean;
}

/** Lets in who has credentials, is allowed to, and does not ask too much at once. */
export function admit(world: World, options: AdmitOptions): MiddlewareHandler<Environment> {
  const { testCredentials, concurrency = Number.POSITIVE_INFINITY, strict = false } = options;
  const underWay = new Map<string, number>();
  let tested = 0;
  return async (c, next) => {
    const given = basicCredentials(c.req.raw.headers.get("authorization"));
    const isTest = given?.user === testCredentials?.user && given?.secret === testCredentials?.secret;
    if (given !== undefined && isTest) {
      tested += 1;
      return answerTest(c, given.user, world.now(), tested);
    }
    const caller = callerOf(world, given);
    if (caller === undefined) return problem("authenticate");
    const { product, path } = c.get("target");
    if (!mayAsk(caller.key, c.req.method, product, path)) return problem("permissionDenied");
    c.set("caller", caller.account);
    const { owner } = caller.account;
    const before = underWay.get(owner) ?? 0;
    if (before >= concurrency) return json(429, errorEnvelope("tooManyRequests"), { "Retry-After": "1" });
    underWay.set(owner, before + 1);
    try {
      const unknown = strict ? await unknownIn(c) : undefined;
      if (unknown !== undefined) return problem("unknownParameter", { what: unknown });
      await next();
    } finally {
      underWay.set(owner, (underWay.get(owner) ?? 1) - 1);
    }
    return undefined;
  };
}

async function unknownIn(c: MockContext): Promise<string | undefined> {
  const { product, path } = c.get("target");
  const form = c.req.method === "POST" ? new URLSearchParams(await readText(c)) : new URLSearchParams();
  const names = [...new URL(c.req.url).searchParams.keys(), ...form.keys()];
  return unknownParameters(product, c.req.method, path, names)[0];
}
