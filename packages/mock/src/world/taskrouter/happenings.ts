import { epochMilliseconds, fromEpochMilliseconds, type Instant } from "@flexbill/kernel";
import type { Account } from "../account.ts";
import { sidOf } from "../sids.ts";
import { offlineActivity, staysOf } from "./presence.ts";
import { firstWorkspace, type Happening, type Row, rowsOf } from "./store.ts";

/** A stretch of time, both ends included. */
export interface Range {
  readonly start: Instant;
  readonly end: Instant;
}

/** What happened in a workspace in a stretch of time, newest first. */
export function happeningsOf(account: Account, workspace: string, range: Range, now: Instant): readonly Happening[] {
  const store = account.memory.taskrouter;
  const [start, end] = [epochMilliseconds(range.start), epochMilliseconds(range.end)];
  const moves =
    workspace === firstWorkspace(account.sid)
      ? rowsOf(store, "workers", workspace, now).flatMap((worker) => movesOf(account, worker, now, range.start))
      : [];
  return [...store.happenings.filter((each) => each.workspace === workspace), ...moves]
    .filter(({ at }) => epochMilliseconds(at) >= start && epochMilliseconds(at) <= end)
    .toSorted((a, b) => epochMilliseconds(b.at) - epochMilliseconds(a.at) || (a.sid < b.sid ? 1 : -1));
}

/** Every change of a worker's activity; where it was before, and for how many seconds, as Twilio's events say it. */
function movesOf(account: Account, worker: Row, now: Instant, since: Instant): readonly Happening[] {
  const stays = staysOf(account, worker, now, since);
  const { rows } = account.memory.taskrouter;
  const nameOf = (sid: string) => String(rows.get(sid)?.fields["friendly_name"] ?? sid);
  const offline = offlineActivity(account, now);
  return stays.flatMap(({ activity, from }, index) => {
    const before = stays[index - 1];
    if (before === undefined && activity === offline) return [];
    const milliseconds = from - (before?.from ?? from);
    return {
      sid: sidOf("EV", `${worker.sid}/${from}/${activity}`),
      workspace: worker.workspace,
      type: "worker.activity.update",
      at: fromEpochMilliseconds(from),
      resource: { type: "worker", sid: worker.sid },
      description: `Worker ${String(worker.fields["friendly_name"])} updated to ${nameOf(activity)} Activity`,
      data: {
        workspace_sid: worker.workspace,
        workspace_name: String(rows.get(worker.workspace)?.fields["friendly_name"] ?? ""),
        worker_sid: worker.sid,
        worker_name: String(worker.fields["friendly_name"]),
        worker_attributes: String(worker.fields["attributes"]),
        worker_activity_sid: activity,
        worker_activity_name: nameOf(activity),
        worker_previous_activity_sid: before?.activity ?? offline,
        worker_previous_activity_name: nameOf(before?.activity ?? offline),
        worker_time_in_previous_activity: String(Math.floor(milliseconds / 1000)),
        worker_time_in_previous_activity_ms: String(milliseconds),
      },
    };
  });
}
