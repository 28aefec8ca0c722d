import { epochMilliseconds, type Instant } from "@flexbill/kernel";
import { formatIsoSeconds } from "@flexbill/twilio";
import type { Hono } from "hono";
import type { Environment, MockContext } from "../../http/environment.ts";
import { json, problem } from "../../http/respond.ts";
import type { Account } from "../../world/account.ts";
import type { Range } from "../../world/taskrouter/happenings.ts";
import { discover } from "../../world/taskrouter/presence.ts";
import {
  activityCounts,
  activityDurations,
  reservationCounts,
  taskCounts,
  waits,
} from "../../world/taskrouter/statistics.ts";
import { type Row, rowsOf } from "../../world/taskrouter/store.ts";
import type { World } from "../../world/world.ts";
import { notFound, settingOf } from "./crud.ts";
import { readRange } from "./range.ts";

interface Asked {
  readonly account: Account;
  readonly workspace: string;
  readonly workers: readonly Row[];
  readonly range: Range;
  readonly now: Instant;
  readonly query: URLSearchParams;
  readonly one: string | undefined;
}

type Answer = (asked: Asked) => object;

/** Statistics of a workspace, of its workers together, and of one worker. */
export function statisticsRoutes(routes: Hono<Environment>, world: World, path: string): void {
  const serve = (part: string, answer: Answer) => routes.get(path + part, (c) => respond(c, world, answer));
  serve("/CumulativeStatistics", cumulative);
  serve("/RealTimeStatistics", realTime);
  serve("/Statistics", (asked) => ({ cumulative: cumulative(asked), realtime: realTime(asked) }));
  serve("/Workers/CumulativeStatistics", ofWorkers);
  serve("/Workers/RealTimeStatistics", workersNow);
  serve("/Workers/Statistics", (asked) => ({ cumulative: ofWorkers(asked), realtime: workersNow(asked) }));
  serve("/Workers/:worker{WK[0-9a-fA-F]{32}}/Statistics", (asked) => ({ cumulative: ofWorkers(asked) }));
}

function respond(c: MockContext, world: World, answer: Answer): Response {
  const account = c.get("account");
  const now = world.now();
  const query = new URL(c.req.url).searchParams;
  const range = readRange(query, now);
  if (typeof range === "string") return problem("invalidParameter", { what: range });
  discover(account);
  const workspace = c.req.param("workspace") ?? "";
  const [one, name] = [c.req.param("worker"), query.get("FriendlyName")];
  const workers = rowsOf(account.memory.taskrouter, "workers", workspace, now)
    .filter(({ sid }) => (one ?? sid) === sid)
    .filter(({ fields }) => name === null || fields["friendly_name"] === name);
  if (one !== undefined && workers.length === 0) return notFound(c);
  const { base } = settingOf(c, world);
  const where = c.get("target").path.replace(/^\/v1/, "");
  return json(200, {
    ...answer({ account, workspace, workers, range, now, query, one }),
    account_sid: account.sid,
    workspace_sid: workspace,
    ...(one === undefined ? {} : { worker_sid: one }),
    url: base + where,
  });
}

function times({ range }: Asked) {
  return { start_time: formatIsoSeconds(range.start), end_time: formatIsoSeconds(range.end) };
}

function ofWorkers(asked: Asked) {
  const { account, workspace, workers, range, now, one } = asked;
  return {
    ...times(asked),
    ...reservationCounts(account, workspace, range, now, one),
    activity_durations: activityDurations(account, workspace, workers, range, now),
  };
}

function workersNow({ account, workspace, workers, now }: Asked) {
  return {
    total_workers: workers.length,
    activity_statistics: activityCounts(account, workspace, workers, now),
  };
}

function cumulative(asked: Asked) {
  const { account, workspace, range, now, query } = asked;
  const accepted = waits(account, workspace, range, now, "reservation.accepted");
  const canceled = waits(account, workspace, range, now, "task.canceled");
  const shown = ({ avg, min, max, total }: typeof accepted) => ({ avg, min, max, total });
  return {
    ...times(asked),
    ...reservationCounts(account, workspace, range, now),
    ...taskCounts(account, workspace, range, now),
    avg_task_acceptance_time: accepted.avg,
    wait_duration_until_accepted: shown(accepted),
    wait_duration_until_canceled: shown(canceled),
    split_by_wait_time: split(query.get("SplitByWaitTime"), accepted.each, canceled.each),
  };
}

/** For each threshold in seconds, how many waited longer and how many did not. */
function split(text: string | null, accepted: readonly number[], canceled: readonly number[]) {
  const thresholds = (text ?? "").split(",").filter((each) => /^\d{1,9}$/.test(each));
  const count = (fits: (seconds: number) => boolean) => ({
    tasks_canceled: canceled.filter(fits).length,
    reservations_accepted: accepted.filter(fits).length,
  });
  return Object.fromEntries(
    thresholds.map((each) => [
      each,
      { above: count((seconds) => seconds > Number(each)), below: count((seconds) => seconds <= Number(each)) },
    ]),
  );
}

function realTime(asked: Asked) {
  const { account, workspace, now } = asked;
  const tasks = rowsOf(account.memory.taskrouter, "tasks", workspace, now);
  const status = (name: string) => tasks.filter(({ fields }) => fields["assignment_status"] === name);
  const open = ["assigned", "pending", "reserved", "wrapping"].flatMap(status);
  const [waiting] = status("pending");
  const priorities = [...new Set(open.map(({ fields }) => String(fields["priority"])))];
  return {
    ...workersNow(asked),
    longest_task_waiting_age:
      waiting === undefined ? 0 : Math.floor((epochMilliseconds(now) - epochMilliseconds(waiting.created)) / 1000),
    longest_task_waiting_sid: waiting?.sid ?? null,
    tasks_by_priority: Object.fromEntries(
      priorities.map((each) => [each, open.filter(({ fields }) => String(fields["priority"]) === each).length]),
    ),
    tasks_by_status: Object.fromEntries(
      ["assigned", "pending", "reserved", "wrapping"].map((name) => [name, status(name).length]),
    ),
    total_tasks: open.length,
  };
}
