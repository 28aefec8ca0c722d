import { epochMilliseconds, formatInstant, type Instant } from "@flexbill/kernel";
import { logoutActivityAt } from "@flexbill/terms";
import type { Account } from "../account.ts";
import { sidOf } from "../sids.ts";
import type { World } from "../world.ts";
import { firstAfter, type Span, spansOf } from "./spans.ts";
import { firstWorkspace, type Row, type TaskRouterStore } from "./store.ts";

/** A stretch of time that a worker spent in an activity; milliseconds, `to` null while it goes on. */
export interface Stay {
  readonly activity: string;
  readonly from: number;
  readonly to: number | null;
}

const source = "/flexbill/mock/taskrouter";

/** How much of an account's log was looked through for a store. */
interface Discovered {
  seats: number;
  presences: number;
}

const discovered = new WeakMap<TaskRouterStore, Discovered>();

/** Makes a row of every worker and activity that the event log names and no row tells of; reads each event once. */
export function discover(account: Account): void {
  const store = account.memory.taskrouter;
  const before = discovered.get(store) ?? { seats: 0, presences: 0 };
  const seats = account.log.ofType("dev.flexbill.seat");
  const presences = account.log.ofType("dev.flexbill.presence");
  for (const { event, begin } of seats.slice(before.seats)) discoverWorker(account, event.data.user, begin);
  for (const { event, begin } of presences.slice(before.presences)) {
    const { user, activity, activityName } = event.data;
    discoverWorker(account, user, begin);
    const name = activityName ?? activity;
    const fields = { friendly_name: name, available: name === "Available" };
    discoverRow(account, "activities", sidOf("WA", activity), activity, { at: account.created, fields });
  }
  discovered.set(store, { seats: seats.length, presences: presences.length });
}

function discoverWorker(account: Account, user: string, at: Instant): void {
  discoverRow(account, "workers", workerSid(user), user, { at, fields: workerFields(user) });
}

function discoverRow(
  account: Account,
  kind: "workers" | "activities",
  sid: string,
  name: string,
  { at, fields }: { readonly at: Instant; readonly fields: Row["fields"] },
): void {
  const { rows, removed } = account.memory.taskrouter;
  const known = rows.get(sid);
  if (removed.has(sid) || (known !== undefined && epochMilliseconds(known.created) <= epochMilliseconds(at))) return;
  if (known !== undefined && kind === "activities") return;
  rows.set(sid, {
    sid,
    kind,
    workspace: firstWorkspace(account.sid),
    name,
    created: at,
    updated: at,
    version: 0,
    fields: known?.fields ?? fields,
  });
}

function workerFields(user: string): Row["fields"] {
  return { friendly_name: user, attributes: "{}" };
}

/** The SID of the worker that events call by a user's name. */
export function workerSid(user: string): string {
  return sidOf("WK", user);
}

/** The activity of whoever is not signed in. */
export function offlineActivity(account: Account, now: Instant): string {
  return sidOf("WA", logoutActivityAt(account.contract, now) ?? "Offline");
}

/**
 * Where a worker was up to an instant, without gaps: who is nowhere is offline. From its making on, or from a moment on
 * with at least one stay before it.
 */
export function staysOf(account: Account, worker: Row, now: Instant, since?: Instant): readonly Stay[] {
  const offline = offlineActivity(account, now);
  const until = epochMilliseconds(now);
  const stays: Stay[] = [];
  const all = spansOf(account.log, worker.sid);
  const first = since === undefined ? 0 : Math.max(0, firstAfter(all, epochMilliseconds(since)) - 1);
  let at = Math.max(epochMilliseconds(worker.created), all.reach[first - 1] ?? 0);
  for (let index = first; index < all.spans.length; index += 1) {
    const span = all.spans[index] as Span;
    const [begin, end] = [epochMilliseconds(span.begin), span.end ? epochMilliseconds(span.end) : null];
    if (begin > until) break;
    const from = Math.max(begin, at);
    if (end !== null && end <= from) continue;
    if (from > at) stays.push({ activity: offline, from: at, to: from });
    const activity = sidOf("WA", span.event.data.activity);
    if (end === null || end > until) return [...stays, { activity, from, to: null }];
    stays.push({ activity, from, to: end });
    at = end;
  }
  return [...stays, { activity: offline, from: at, to: null }];
}

/** Where a worker is at an instant, and since when. */
export function stayAt(account: Account, worker: Row, now: Instant): Stay {
  const last = staysOf(account, worker, now, now).at(-1);
  return last ?? { activity: offlineActivity(account, now), from: epochMilliseconds(worker.created), to: null };
}

/** Puts a worker into an activity from now on; time in it is billed as any other time is. */
export function enterActivity(world: World, account: Account, worker: Row, activity: string): void {
  const now = world.now();
  if (stayAt(account, worker, now).activity === activity) return;
  leaveActivity(world, account, worker);
  if (activity === offlineActivity(account, now)) return;
  const row = account.memory.taskrouter.rows.get(activity);
  world.happened({
    specversion: "1.0",
    id: world.sids.next("EV"),
    source,
    type: "dev.flexbill.presence",
    subject: account.sid,
    data: {
      user: worker.name,
      activity: row?.name ?? activity,
      activityName: String(row?.fields["friendly_name"] ?? activity),
      start: formatInstant(now),
      end: null,
    },
  });
}

/** Ends what a worker is in. */
export function leaveActivity(world: World, account: Account, worker: Row): void {
  const now = epochMilliseconds(world.now());
  for (const { event, begin, end } of spansOf(account.log, worker.sid).spans) {
    if (epochMilliseconds(begin) > now || (end && epochMilliseconds(end) <= now)) continue;
    world.becameKnown({ ...event, data: { ...event.data, end: formatInstant(world.now()) } });
  }
}

/** Gives a worker a seat from now on. */
export function takeSeat(world: World, account: Account, user: string): void {
  world.happened({
    specversion: "1.0",
    id: `seat ${user}`,
    source,
    type: "dev.flexbill.seat",
    subject: account.sid,
    data: { user, start: formatInstant(world.now()), end: null },
  });
}

/** Ends the seat and the presence of a worker. */
export function giveUpSeat(world: World, account: Account, worker: Row): void {
  leaveActivity(world, account, worker);
  const now = epochMilliseconds(world.now());
  for (const { event, end } of account.log.ofType("dev.flexbill.seat")) {
    if (workerSid(event.data.user) !== worker.sid || (end && epochMilliseconds(end) <= now)) continue;
    world.becameKnown({ ...event, data: { ...event.data, end: formatInstant(world.now()) } });
  }
}
