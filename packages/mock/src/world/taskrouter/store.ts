import { epochMilliseconds, type Instant } from "@flexbill/kernel";
import { sidOf } from "../sids.ts";

/** The kinds of things that a workspace holds, and workspaces themselves. */
export type Kind =
  | "workspaces"
  | "activities"
  | "workers"
  | "tasks"
  | "reservations"
  | "task_queues"
  | "workflows"
  | "channels"
  | "worker_channels";

/** A value of a row, by the name it has on the wire. */
export type Field = string | number | boolean | null;

/** One thing of TaskRouter. Rows are replaced, never changed. */
export interface Row {
  readonly sid: string;
  readonly kind: Kind;
  /** The workspace it is in; its own SID where it is one. */
  readonly workspace: string;
  /** What events call it, which need not be a SID. */
  readonly name: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly version: number;
  readonly fields: Readonly<Record<string, Field>>;
}

/** Something that happened in a workspace. */
export interface Happening {
  readonly sid: string;
  readonly workspace: string;
  readonly type: string;
  readonly at: Instant;
  readonly resource: { readonly type: string; readonly sid: string };
  readonly description: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What an account's TaskRouter holds that its event log does not tell. */
export interface TaskRouterStore {
  readonly rows: Map<string, Row>;
  /** SIDs that were deleted, so that past events do not bring them back. */
  readonly removed: Set<string>;
  readonly happenings: Happening[];
}

/** The workspace that a Flex account begins with. */
export function firstWorkspace(account: string): string {
  return sidOf("WS", `${account}/Flex Task Assignment`);
}

/** The store of a new account: one workspace with what Flex puts into it. */
export function openStore(account: string, offline: string, created: Instant): TaskRouterStore {
  const workspace = firstWorkspace(account);
  const store: TaskRouterStore = { rows: new Map(), removed: new Set(), happenings: [] };
  const add = (kind: Kind, sid: string, name: string, fields: Row["fields"]) => {
    store.rows.set(sid, { sid, kind, workspace, name, created, updated: created, version: 0, fields });
    return sid;
  };
  const own = (prefix: string, name: string) => sidOf(prefix, `${workspace}/${name}`);
  const offlineSid = add("activities", sidOf("WA", offline), offline, { friendly_name: "Offline", available: false });
  for (const [name, available] of [
    ["Available", true],
    ["Unavailable", false],
    ["Break", false],
  ] as const) {
    const sid = own("WA", name);
    add("activities", sid, sid, { friendly_name: name, available });
  }
  add("workspaces", workspace, workspace, {
    friendly_name: "Flex Task Assignment",
    default_activity_sid: offlineSid,
    timeout_activity_sid: offlineSid,
    event_callback_url: null,
    events_filter: null,
    multi_task_enabled: true,
    prioritize_queue_order: "FIFO",
  });
  const queue = add("task_queues", own("WQ", "Everyone"), "Everyone", {
    friendly_name: "Everyone",
    target_workers: "1==1",
    max_reserved_workers: 1,
    task_order: "FIFO",
    reservation_activity_sid: null,
    assignment_activity_sid: null,
  });
  add("workflows", own("WW", "Assign to Anyone"), "Assign to Anyone", {
    friendly_name: "Assign to Anyone",
    configuration: JSON.stringify({ task_routing: { default_filter: { queue } } }),
    assignment_callback_url: null,
    fallback_assignment_callback_url: null,
    task_reservation_timeout: 120,
  });
  for (const name of ["default", "voice", "chat", "sms", "video", "email"]) {
    const fields = { friendly_name: name, unique_name: name, channel_optimized_routing: false };
    add("channels", own("TC", name), name, fields);
  }
  return store;
}

/** A copy that later changes do not reach. */
export function copyOfStore({ rows, removed, happenings }: TaskRouterStore): TaskRouterStore {
  return { rows: new Map(rows), removed: new Set(removed), happenings: [...happenings] };
}

/** The rows of a kind in a workspace that are there at an instant, in the order they came. */
export function rowsOf({ rows }: TaskRouterStore, kind: Kind, workspace: string, now: Instant): readonly Row[] {
  const latest = epochMilliseconds(now);
  return [...rows.values()].filter(
    (row) => row.kind === kind && row.workspace === workspace && epochMilliseconds(row.created) <= latest,
  );
}

/** Replaces fields of a row; its version goes up. */
export function changeRow(store: TaskRouterStore, row: Row, fields: Row["fields"], at: Instant): Row {
  const changed = { ...row, fields: { ...row.fields, ...fields }, updated: at, version: row.version + 1 };
  store.rows.set(row.sid, changed);
  return changed;
}
