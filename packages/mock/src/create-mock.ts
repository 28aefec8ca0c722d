import type { Instant } from "@flexbill/kernel";
import { knownMethods, responseHeaders } from "@flexbill/twilio";
import { Hono, type MiddlewareHandler } from "hono";
import { createFaults } from "./faults/fault-rules.ts";
import { misbehave } from "./faults/misbehave.ts";
import { type AdmitOptions, admit } from "./http/admit.ts";
import { reaches } from "./http/authorize.ts";
import type { Environment, MockContext } from "./http/environment.ts";
import { createJournal, type Journal } from "./http/journal.ts";
import { targetOf } from "./http/logical-host.ts";
import { problem } from "./http/respond.ts";
import { accountRoutes, accountsRoutes, balanceRoutes } from "./routes/accounts.ts";
import { callsRoutes } from "./routes/calls.ts";
import { type ControlOptions, controlRoutes, openSteering, type TimeOptions } from "./routes/control.ts";
import { flexConfigurationRoutes } from "./routes/flex-configuration.ts";
import { keysRoutes } from "./routes/keys.ts";
import { messagesRoutes } from "./routes/messages.ts";
import { taskRouterRoutes } from "./routes/taskrouter/routes.ts";
import { usageRecordsRoutes } from "./routes/usage-records.ts";
import { usageTriggersRoutes } from "./routes/usage-triggers.ts";
import type { Course } from "./world/course.ts";
import type { World } from "./world/world.ts";

/** Twilio's usage APIs over a world: a Hono app, to be called in process or served. */
export interface Mock {
  readonly app: Hono<Environment>;
  readonly world: World;
  /** Answers a request as the app does, for whatever takes a fetch handler. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Lets what comes by itself come up to now, and fires what is due, when no client asks for it. */
  readonly catchUp: () => Promise<void>;
  /** Up to where everything has come that comes by itself. */
  readonly reached: () => Instant;
}

/** What a mock needs from outside beside its world. */
export interface MockOptions extends AdmitOptions {
  /** Milliseconds that pass; only for the duration header. Without one, requests take no time. */
  readonly stopwatch?: () => number;
  /** Lets time pass: traffic comes and triggers fire. */
  readonly time?: TimeOptions;
  /** The same, and serves the control interface under `/_flexbill/api/v1`. */
  readonly control?: ControlOptions;
  /** When everything done so far is where nothing can take it back; the answer to a write waits for it. */
  readonly saved?: () => Promise<void>;
}

/**
 * The mock of a world.
 *
 * @example
 * ```ts
 * const { app } = createMock(world);
 * const response = await app.request("/2010-04-01/Accounts/AC00000000000000000000000000000001/Usage/Records.json", {
 *   headers: { Authorization: `Basic ${btoa(`AC00000000000000000000000000000001:${"0".repeat(32)}`)}` },
 * });
 * response.status; // 200
 * ```
 */
export function createMock(world: World, options: MockOptions = {}): Mock {
  const app = new Hono<Environment>({ getPath: (request) => routingPath(request) });
  attachHeaders(app, options.stopwatch ?? (() => 0));
  if (options.saved !== undefined) app.use("*", acknowledged(options.saved));
  const journal = createJournal(world.now);
  const time = options.control ?? options.time;
  const steering = time && openSteering(world, time);
  const faults = createFaults();
  if (steering !== undefined && options.control !== undefined)
    app.route("/_flexbill/api/v1", controlRoutes(steering, journal, faults, options.control.token));
  app.use("*", async (c, next) => {
    if (c.get("target").product === "_flexbill") return problem("notFound", { path: c.get("target").path });
    await next();
    note(c, journal);
    return undefined;
  });
  app.use("*", admit(world, options));
  if (options.control !== undefined) app.use("*", misbehave(faults, options.control.sleep ?? (async () => undefined)));
  if (steering !== undefined) app.use("*", inTime(steering.course));
  app.use("/api/2010-04-01/Accounts/:account/*", accountInPath(world));
  app.route("/api/2010-04-01", accountsRoutes(world));
  app.route("/api/2010-04-01/Accounts", accountRoutes(world));
  const ofAccount = [balanceRoutes, callsRoutes, keysRoutes, messagesRoutes, usageRecordsRoutes, usageTriggersRoutes];
  for (const routes of ofAccount) app.route("/api/2010-04-01/Accounts/:account", routes(world));
  for (const product of ["taskrouter", "flex-api"]) app.use(`/${product}/v1/*`, accountOfCaller);
  app.route("/taskrouter/v1", taskRouterRoutes(world));
  app.route("/flex-api/v1", flexConfigurationRoutes(world));
  app.notFound(unserved);
  app.onError(() => problem("internal"));
  return {
    app,
    world,
    fetch: (request) => app.fetch(request),
    catchUp: async () => steering?.course.catchUp(),
    reached: () => steering?.course.reached() ?? world.now(),
  };
}

/** A method that a known path does not have is refused; anything else is told to be beyond this mock. */
function unserved(c: MockContext): Response {
  const { product, path } = c.get("target");
  const methods = knownMethods(product, path);
  if (methods.length > 0 && !methods.includes(c.req.method)) return problem("methodNotAllowed");
  return problem("notServed", { what: `${c.req.method} ${hostOf(product)}${path}` });
}

/** Says that something was written only when it cannot be lost any more. */
function acknowledged(saved: () => Promise<void>): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") await saved();
  };
}

/** Lets time pass before a request is answered, and looks at the triggers where it wrote something. */
function inTime(course: Course): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await course.catchUp();
    await next();
    if (c.req.method === "POST" && c.res.ok) course.look();
  };
}

function note(c: MockContext, journal: Journal): void {
  const { product, path } = c.get("target");
  const query = /^[^?#]*(\?[^#]*)?/.exec(c.req.url)?.[1] ?? "";
  journal.add({
    method: c.req.method,
    host: hostOf(product),
    path: path + query,
    status: c.res.status,
    caller: c.get("caller")?.sid ?? null,
    body: c.get("body") ?? null,
  });
}

/** The product APIs know the account by the credentials alone. */
const accountOfCaller: MiddlewareHandler<Environment> = async (c, next) => {
  c.set("account", c.get("caller"));
  return isRefusedInactive(c) ? problem("accountInactive") : next();
};

/** A suspended or closed account can be read, and its own state written; nothing else in it. */
function isRefusedInactive(c: MockContext): boolean {
  const { status, sid } = c.get("account");
  const isItself = c.get("target").path === `/2010-04-01/Accounts/${sid}.json`;
  return status !== "active" && c.req.method !== "GET" && c.req.method !== "HEAD" && !isItself;
}

/** Finds the account that a path names; one that the caller may not see does not exist for it. */
function accountInPath(world: World): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const sid = (c.req.param("account") ?? "").replace(/\.json$/, "");
    const account = world.accounts.get(sid);
    if (account === undefined || !reaches(c.get("caller"), account)) {
      return problem("notFound", { path: c.get("target").path });
    }
    c.set("account", account);
    return isRefusedInactive(c) ? problem("accountInactive") : next();
  };
}

function routingPath(request: Request): string {
  const { product, path } = targetOf(request);
  return product === "_flexbill" ? path : `/${product}${path}`;
}

function hostOf(product: string): string {
  return `${product}.twilio.com`;
}

function attachHeaders(app: Hono<Environment>, stopwatch: () => number): void {
  let served = 0;
  let concurrent = 0;
  app.use("*", async (c, next) => {
    const begin = stopwatch();
    const target = targetOf(c.req.raw);
    c.set("target", target);
    served += 1;
    concurrent += 1;
    const requestId = `RQ${served.toString(16).padStart(32, "0")}`;
    try {
      await next();
    } finally {
      // A connection that is gone has no headers to write to.
      const headers = c.res.type === "error" ? new Headers() : c.res.headers;
      const facts = { requestId, host: hostOf(target.product), milliseconds: stopwatch() - begin, concurrent };
      for (const [name, value] of Object.entries(responseHeaders(facts))) headers.set(name, value);
      concurrent -= 1;
    }
  });
}
