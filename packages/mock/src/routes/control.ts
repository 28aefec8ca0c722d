import {
  addSeconds,
  decimal,
  formatInstant,
  type Instant,
  isBefore,
  parseDecimal,
  parseInstant,
} from "@flexbill/kernel";
import { type Context, Hono } from "hono";
import { readUpTo } from "../http/form.ts";
import { curlOf, type Journal } from "../http/journal.ts";
import { json, problem } from "../http/respond.ts";
import { isTrusted } from "../http/trusted-origin.ts";
import { advanceTo } from "../world/advance.ts";
import { makeKey } from "../world/api-keys.ts";
import type { TestClock } from "../world/clock.ts";
import { createDeliveries, type Deliveries, type Send } from "../world/deliveries.ts";
import { createSnapshots } from "../world/snapshots.ts";
import type { DueCallback } from "../world/triggers.ts";
import type { World } from "../world/world.ts";

/** What moves a world from outside. */
export interface ControlOptions {
  /** The clock that the world looks at. */
  readonly clock: TestClock;
  /** The secret that writes carry as `Authorization: Bearer …`. */
  readonly token: string;
  /** How callbacks leave; without one, nobody answers them. */
  readonly send?: Send;
  /** True: callbacks also go to other machines. */
  readonly callbacksAnywhere?: boolean;
}

const longestAdvanceSeconds = decimal(10 * 366 * 86_400);
const largestBody = 65_536;

/** `/_flexbill/api/v1`: clock, snapshots, journal and deliveries, for programs on this machine. */
export function controlRoutes(world: World, journal: Journal, options: ControlOptions): Hono {
  const { clock, send = async () => null, callbacksAnywhere = false } = options;
  const routes = new Hono();
  const deliveries = createDeliveries(send, clock.now, { anywhere: callbacksAnywhere });
  const inTurn = createTurns();
  const snapshots = createSnapshots(world, clock);
  routes.use("*", async (c, next) => {
    if (!isTrusted(c.req.raw, { twilioHosts: false })) return problem("untrusted");
    const isWrite = c.req.method !== "GET" && c.req.method !== "HEAD";
    if (isWrite && c.req.header("authorization") !== `Bearer ${options.token}`) return problem("authenticate");
    return next();
  });
  routes.get("/health", () => json(200, { status: "ok" }));
  clockRoutes(routes, (to) => inTurn(() => move(world, clock, deliveries, to)), clock);
  routes.post("/reset", () =>
    inTurn(() => {
      snapshots.reset();
      return json(200, nowOf(clock));
    }),
  );
  snapshotRoutes(routes, snapshots, clock, inTurn);
  journalRoutes(routes, journal);
  routes.post("/keys", async (c) => {
    const { account, kind, friendlyName = "", allow = [] } = await bodyOf(c);
    const owner = world.accounts.get(String(account ?? world.main.sid));
    if (owner === undefined) return problem("invalidParameter", { what: "account" });
    if (kind !== "main" && kind !== "standard" && kind !== "restricted")
      return problem("invalidParameter", { what: "kind" });
    if (!Array.isArray(allow)) return problem("invalidParameter", { what: "allow" });
    const { sid, secret } = makeKey(world, owner, String(friendlyName), kind, allow.map(String));
    return json(201, { sid, secret, kind });
  });
  routes.get("/deliveries", () => json(200, { deliveries: deliveries.log.map(deliveryDocument) }));
  routes.notFound((c) => problem("notFound", { path: c.req.path }));
  routes.onError(() => problem("internal"));
  return routes;
}

type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/** One change after the other, in the order they came. */
function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function clockRoutes(routes: Hono, move: (to: () => Instant) => Promise<Response>, clock: TestClock): void {
  routes.get("/clock", () => json(200, nowOf(clock)));
  routes.post("/clock/advance", async (c) => {
    const seconds = parseDecimal(String((await bodyOf(c))["seconds"]));
    if (!seconds.ok) return problem("invalidParameter", { what: "seconds" });
    return move(() => addSeconds(clock.now(), seconds.value));
  });
  routes.post("/clock/set", async (c) => {
    const to = parseInstant(String((await bodyOf(c))["to"]));
    return to.ok ? move(() => to.value) : problem("invalidParameter", { what: "to" });
  });
}

async function move(world: World, clock: TestClock, { deliver, log }: Deliveries, to: () => Instant) {
  const target = to();
  if (isBefore(target, clock.now())) return problem("clockBackwards");
  if (!isBefore(target, addSeconds(clock.now(), longestAdvanceSeconds)))
    return problem("invalidParameter", { what: "more than ten years" });
  const before = log.length;
  const fired = await advanceTo(world, clock, target, deliver);
  return json(200, {
    ...nowOf(clock),
    fired: fired.map(firingDocument),
    deliveries: log.slice(before).map(deliveryDocument),
  });
}

function snapshotRoutes(
  routes: Hono,
  snapshots: ReturnType<typeof createSnapshots>,
  clock: TestClock,
  inTurn: InTurn,
): void {
  const name = ":name{[A-Za-z0-9._-]{1,64}}";
  const done = (is: boolean, c: Context) => (is ? json(200, nowOf(clock)) : problem("notFound", { path: c.req.path }));
  routes.get("/snapshots", () => json(200, { snapshots: snapshots.names }));
  routes.post(`/snapshots/${name}`, (c) =>
    inTurn(() =>
      snapshots.take(c.req.param("name"))
        ? json(201, { name: c.req.param("name"), ...nowOf(clock) })
        : problem("invalidParameter", { what: "too many snapshots" }),
    ),
  );
  routes.post(`/snapshots/${name}/restore`, (c) => inTurn(() => done(snapshots.restore(c.req.param("name")), c)));
  routes.delete(`/snapshots/${name}`, (c) => inTurn(() => done(snapshots.remove(c.req.param("name")), c)));
}

function journalRoutes(routes: Hono, journal: Journal): void {
  const entryOf = (c: Context) => journal.find(Number(c.req.param("id")));
  routes.get("/journal", (c) => {
    const { method, path, status, limit } = c.req.query();
    const query = {
      ...(method !== undefined && { method }),
      ...(path !== undefined && { path }),
      ...(status !== undefined && { status: Number(status) }),
      ...(limit !== undefined && { limit: Math.max(0, Math.trunc(Number(limit)) || 0) }),
    };
    return json(200, { requests: journal.search(query) });
  });
  routes.delete("/journal", () => {
    journal.clear();
    return new Response(null, { status: 204 });
  });
  routes.get("/journal/:id{\\d{1,15}}", (c) => {
    const entry = entryOf(c);
    return entry === undefined ? problem("notFound", { path: c.req.path }) : json(200, entry);
  });
  routes.get("/journal/:id{\\d{1,15}}/curl", (c) => {
    const entry = entryOf(c);
    if (entry === undefined) return problem("notFound", { path: c.req.path });
    return json(200, { curl: curlOf(entry, new URL(c.req.url).origin) });
  });
}

/** The object that a JSON body holds; an empty one where it holds none. */
async function bodyOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readUpTo(c.req.raw.body, largestBody)) ?? "";
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function nowOf(clock: TestClock) {
  return { now: formatInstant(clock.now()) };
}

function firingDocument({ trigger, parameters }: DueCallback) {
  return { trigger: trigger.sid, parameters };
}

function deliveryDocument({ at, ...delivery }: Deliveries["log"][number]) {
  return { ...delivery, at: formatInstant(at) };
}
