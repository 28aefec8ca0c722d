import { type Instant, later } from "@flexbill/kernel";
import type { Account } from "../account.ts";
import { sidOf } from "../sids.ts";
import { type Row, rowsOf } from "./store.ts";

/** How much a worker takes on of one kind of task at once, and how much it has at hand. */
export interface WorkerChannel {
  readonly sid: string;
  readonly worker: Row;
  readonly channel: Row;
  readonly capacity: number;
  readonly available: boolean;
  /** Tasks of that kind that the worker was offered, works on or wraps up. */
  readonly assigned: number;
  readonly created: Instant;
  readonly updated: Instant;
}

const usualCapacity = 1;
const atHand: ReadonlySet<string> = new Set(["pending", "accepted", "wrapping"]);

/** The channels of a worker: one for every task channel of its workspace, as changed or as usual. */
export function channelsOfWorker(account: Account, worker: Row, now: Instant): readonly WorkerChannel[] {
  const { rows } = account.memory.taskrouter;
  return rowsOf(account.memory.taskrouter, "channels", worker.workspace, now).map((channel) => {
    const sid = sidOf("WC", `${worker.sid}/${channel.sid}`);
    const changed = rows.get(sid);
    const made = later(channel.created, worker.created);
    return {
      sid,
      worker,
      channel,
      capacity: Number(changed?.fields["configured_capacity"] ?? usualCapacity),
      available: changed?.fields["available"] !== false,
      assigned: tasksAtHand(account, worker, channel.sid, now),
      created: made,
      updated: changed?.updated ?? made,
    };
  });
}

/** How many tasks a worker has at hand: of one task channel, or of all. */
export function tasksAtHand(account: Account, worker: Row, channel: string | undefined, now: Instant): number {
  const store = account.memory.taskrouter;
  return rowsOf(store, "reservations", worker.workspace, now).filter(({ fields }) => {
    if (fields["worker_sid"] !== worker.sid || !atHand.has(String(fields["reservation_status"]))) return false;
    const task = store.rows.get(String(fields["task_sid"]));
    return channel === undefined || task?.fields["task_channel_sid"] === channel;
  }).length;
}

/** Writes what a client changes of a worker's channel. */
export function changeWorkerChannel(
  account: Account,
  { sid, worker, channel, capacity, available, created }: WorkerChannel,
  change: { readonly capacity?: number; readonly available?: boolean },
  now: Instant,
): void {
  const { rows } = account.memory.taskrouter;
  rows.set(sid, {
    sid,
    kind: "worker_channels",
    workspace: worker.workspace,
    name: String(channel.fields["unique_name"]),
    created,
    updated: now,
    version: (rows.get(sid)?.version ?? 0) + 1,
    fields: {
      worker_sid: worker.sid,
      task_channel_sid: channel.sid,
      configured_capacity: change.capacity ?? capacity,
      available: change.available ?? available,
    },
  });
}
