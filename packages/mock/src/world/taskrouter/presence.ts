import { epochMilliseconds, formatInstant, type Instant } from "@flexbill/kernel";
import { logoutActivityAt } from "@flexbill/terms";
import type { Account } from "../account.ts";
import type { LoggedEventOf } from "../event-log.ts";
import { sidOf } from "../sids.ts";
import type { World } from "../world.ts";
import { firstWorkspace, type Row } from "./store.ts";

type Span = LoggedEventOf<"dev.flexbill.presence">;

/** A stretch of time that a worker spent in an activity; milliseconds, `to` null while it goes on. */
export interface Stay {
  readonly activity: string;
  readonly from: number;
  readonly to: number | null;
}

const source = "/flexbill/mock/taskrouter";

/** Makes a row of every worker and activity that the event log names and no row tells of. */
export function discover(account: Account): void {
  const { rows, removed } = account.memory.taskrouter;
  const workspace = firstWorkspace(account.sid);
  const add = (kind: "workers" | "activities", sid: string, name: string, at: Instant, fields: Row["fields"]) => {
    const known = rows.get(sid);
    if (removed.has(sid) || (known !== undefined && epochMilliseconds(known.created) <= epochMilliseconds(at))) return;
    if (known !== undefined && kind === "activities") return;
    rows.set(sid, {
      sid,
      kind,
      workspace,
      name,
      created: at,
      updated: at,
      version: 0,
      fields: known?.fields ?? fields,
    });
  };
  for (const { event, begin } of account.log.ofType("dev.flexbill.seat"))
    add("workers", workerSid(event.data.user), event.data.user, begin, workerFields(event.data.user));
  for (const { event, begin } of account.log.ofType("dev.flexbill.presence")) {
    const { user, activity, activityName } = event.data;
    add("workers", workerSid(user), user, begin, workerFields(user));
    const name = activityName ?? activity;
    const fields = { friendly_name: name, available: name === "Available" };
    add("activities", sidOf("WA", activity), activity, account.created, fields);
  }
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

/** Where a worker was from a beginning up to an instant, without gaps: who is nowhere is offline. */
export function staysOf(account: Account, worker: Row, now: Instant): readonly Stay[] {
  const offline = offlineActivity(account, now);
  const until = epochMilliseconds(now);
  const stays: Stay[] = [];
  let at = epochMilliseconds(worker.created);
  for (const span of spansOf(account, worker)) {
    const [begin, end] = [epochMilliseconds(span.begin), span.end ? epochMilliseconds(span.end) : null];
    const from = Math.max(begin, at);
    if (begin > until || (end !== null && end <= from)) continue;
    if (from > at) stays.push({ activity: offline, from: at, to: from });
    const activity = sidOf("WA", span.event.data.activity);
    if (end === null || end > until) return [...stays, { activity, from, to: null }];
    stays.push({ activity, from, to: end });
    at = end;
  }
  return [...stays, { activity: offline, from: at, to: null }];
}

function spansOf(account: Account, worker: Row): readonly Span[] {
  return account.log
    .ofType("dev.flexbill.presence")
    .filter(({ event }) => workerSid(event.data.user) === worker.sid)
    .toSorted((a, b) => epochMilliseconds(a.begin) - epochMilliseconds(b.begin));
}

/** Puts a worker into an activity from now on; time in it is billed as any other time is. */
export function enterActivity(world: World, account: Account, worker: Row, activity: string): void {
  const now = world.now();
  if (staysOf(account, worker, now).at(-1)?.activity === activity) return;
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
  for (const { event, begin, end } of spansOf(account, worker)) {
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
