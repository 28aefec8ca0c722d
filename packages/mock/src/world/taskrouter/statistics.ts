import { epochMilliseconds, type Instant } from "@flexbill/kernel";
import type { Account } from "../account.ts";
import { happeningsOf, type Range } from "./happenings.ts";
import { stayAt, staysOf } from "./presence.ts";
import { type Row, rowsOf } from "./store.ts";

/** How long an activity was held, in whole seconds. */
export interface ActivityDuration {
  readonly sid: string;
  readonly friendly_name: string;
  readonly min: number;
  readonly max: number;
  readonly avg: number;
  readonly total: number;
}

/** How often each thing happened to reservations in a stretch of time. */
export function reservationCounts(account: Account, workspace: string, range: Range, now: Instant, worker?: string) {
  const all = happeningsOf(account, workspace, range, now).filter(
    ({ data }) => worker === undefined || data["worker_sid"] === worker,
  );
  const count = (type: string) => all.filter((each) => each.type === `reservation.${type}`).length;
  return {
    reservations_created: count("created"),
    reservations_accepted: count("accepted"),
    reservations_rejected: count("rejected"),
    reservations_timed_out: count("timeout"),
    reservations_canceled: count("canceled"),
    reservations_rescinded: count("rescinded"),
  };
}

/** How often each thing happened to tasks in a stretch of time. */
export function taskCounts(account: Account, workspace: string, range: Range, now: Instant) {
  const all = happeningsOf(account, workspace, range, now);
  const count = (type: string) => all.filter((each) => each.type === `task.${type}`).length;
  return {
    tasks_canceled: count("canceled"),
    tasks_completed: count("completed"),
    tasks_created: count("created"),
    tasks_deleted: count("deleted"),
    tasks_moved: 0,
    tasks_timed_out_in_workflow: 0,
  };
}

/** How long tasks that came to an end of a kind had waited, in whole seconds. */
export function waits(account: Account, workspace: string, range: Range, now: Instant, type: string) {
  const { rows } = account.memory.taskrouter;
  const seconds = happeningsOf(account, workspace, range, now)
    .filter((each) => each.type === type)
    .map(({ at, data }) => {
      const task = rows.get(data["task_sid"] ?? "");
      return task === undefined ? 0 : Math.floor((epochMilliseconds(at) - epochMilliseconds(task.created)) / 1000);
    });
  return { ...summary(seconds), each: seconds };
}

/** How long workers held each activity in a stretch of time; activities that nobody held are there too. */
export function activityDurations(
  account: Account,
  workspace: string,
  workers: readonly Row[],
  range: Range,
  now: Instant,
): readonly ActivityDuration[] {
  const [start, end] = [epochMilliseconds(range.start), Math.min(epochMilliseconds(range.end), epochMilliseconds(now))];
  const held = workers
    .flatMap((worker) => staysOf(account, worker, now, range.start))
    .map(({ activity, from, to }) => ({ activity, milliseconds: Math.min(to ?? end, end) - Math.max(from, start) }))
    .filter(({ milliseconds }) => milliseconds > 0);
  return rowsOf(account.memory.taskrouter, "activities", workspace, now).map(({ sid, fields }) => ({
    sid,
    friendly_name: String(fields["friendly_name"]),
    ...summary(held.filter((each) => each.activity === sid).map(({ milliseconds }) => Math.floor(milliseconds / 1000))),
  }));
}

/** How many workers are in each activity now. */
export function activityCounts(account: Account, workspace: string, workers: readonly Row[], now: Instant) {
  const at = workers.map((worker) => stayAt(account, worker, now).activity);
  return rowsOf(account.memory.taskrouter, "activities", workspace, now).map(({ sid, fields }) => ({
    sid,
    friendly_name: String(fields["friendly_name"]),
    workers: at.filter((each) => each === sid).length,
  }));
}

function summary(seconds: readonly number[]) {
  const total = seconds.reduce((sum, each) => sum + each, 0);
  return {
    avg: seconds.length === 0 ? 0 : Math.floor(total / seconds.length),
    min: seconds.reduce((least, each) => Math.min(least, each), seconds[0] ?? 0),
    max: seconds.reduce((most, each) => Math.max(most, each), 0),
    total,
  };
}
