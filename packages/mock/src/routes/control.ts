import type { Instant } from "@flexbill/kernel";
import { type Context, Hono } from "hono";
import type { Faults } from "../faults/fault-rules.ts";
import type { Sleep } from "../faults/misbehave.ts";
import { curlOf, type Journal } from "../http/journal.ts";
import { json, problem } from "../http/respond.ts";
import { isTrusted } from "../http/trusted-origin.ts";
import { makeKey } from "../world/api-keys.ts";
import type { TestClock } from "../world/clock.ts";
import { type Course, createCourse } from "../world/course.ts";
import { createDeliveries, type Deliveries, type Send } from "../world/deliveries.ts";
import { createSnapshots, type Snapshots } from "../world/snapshots.ts";
import type { Traffic } from "../world/traffic.ts";
import type { World } from "../world/world.ts";
import { accountsControlRoutes } from "./control-accounts.ts";
import { clockDocument, clockRoutes } from "./control-clock.ts";
import { faultsRoutes } from "./control-faults.ts";
import { bodyOf, createTurns, deliveryDocument, type InTurn } from "./control-words.ts";
import { worldControlRoutes } from "./control-world.ts";

/** What lets time pass in a world. */
export interface TimeOptions {
  /** The clock that the world looks at. */
  readonly clock: TestClock;
  /** How callbacks leave; without one, nobody answers them. */
  readonly send?: Send;
  /** True: callbacks also go to other machines. */
  readonly callbacksAnywhere?: boolean;
  /** What happens by itself as the clock goes on; nothing by default. */
  readonly traffic?: Traffic;
  /** From where on it happens; by default where the clock stands when the mock is made. */
  readonly since?: Instant;
}

/** What moves a world from outside. */
export interface ControlOptions extends TimeOptions {
  /** Waits so many milliseconds, for answers that a fault makes late; without it, nobody waits. */
  readonly sleep?: Sleep;
  /** The secret that writes carry as `Authorization: Bearer …`. */
  readonly token: string;
}

/** A world with everything that moves it. */
export interface Steering {
  readonly world: World;
  readonly clock: TestClock;
  readonly course: Course;
  readonly deliveries: Deliveries;
  readonly snapshots: Snapshots;
  readonly inTurn: InTurn;
}

/** Puts together what moves a world. */
export function openSteering(world: World, options: TimeOptions): Steering {
  const { clock, send = async () => null, callbacksAnywhere = false, traffic, since } = options;
  const deliveries = createDeliveries(send, clock.now, { anywhere: callbacksAnywhere });
  const course = createCourse({
    world,
    clock,
    deliver: deliveries.deliver,
    ...(traffic && { traffic }),
    ...(since !== undefined && { since }),
  });
  const snapshots = createSnapshots(world, clock, course);
  return { world, clock, course, deliveries, snapshots, inTurn: createTurns() };
}

/** `/_flexbill/api/v1`: clock, snapshots, journal, faults and deliveries, for programs on this machine. */
export function controlRoutes(steering: Steering, journal: Journal, faults: Faults, token: string): Hono {
  const { world, clock, course, deliveries, snapshots, inTurn } = steering;
  const routes = new Hono();
  routes.use("*", async (c, next) => {
    if (!isTrusted(c.req.raw, { twilioHosts: false })) return problem("untrusted");
    const isWrite = c.req.method !== "GET" && c.req.method !== "HEAD";
    if (isWrite && c.req.header("authorization") !== `Bearer ${token}`) return problem("authenticate");
    await course.catchUp();
    return next();
  });
  routes.get("/health", () => json(200, { status: "ok" }));
  clockRoutes(routes, steering);
  accountsControlRoutes(routes, world);
  worldControlRoutes(routes, steering, token);
  routes.post("/reset", () =>
    inTurn(() => {
      snapshots.reset();
      faults.clear();
      return json(200, clockDocument(clock));
    }),
  );
  snapshotRoutes(routes, snapshots, clock, inTurn);
  journalRoutes(routes, journal);
  faultsRoutes(routes, faults);
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
  routes.get("/deliveries", async () => {
    await course.delivered();
    return json(200, { deliveries: deliveries.log.map(deliveryDocument) });
  });
  routes.notFound((c) => problem("notFound", { path: c.req.path }));
  routes.onError(() => problem("internal"));
  return routes;
}

function snapshotRoutes(routes: Hono, snapshots: Snapshots, clock: TestClock, inTurn: InTurn): void {
  const name = ":name{[A-Za-z0-9._-]{1,64}}";
  const done = (is: boolean, c: Context) =>
    is ? json(200, clockDocument(clock)) : problem("notFound", { path: c.req.path });
  routes.get("/snapshots", () => json(200, { snapshots: snapshots.names }));
  routes.post(`/snapshots/${name}`, (c) =>
    inTurn(() =>
      snapshots.take(c.req.param("name"))
        ? json(201, { name: c.req.param("name"), ...clockDocument(clock) })
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
