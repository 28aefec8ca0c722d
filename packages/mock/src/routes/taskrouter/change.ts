import { parseInstant } from "@flexbill/kernel";
import { formatIsoSeconds } from "@flexbill/twilio";
import type { Account } from "../../world/account.ts";
import { billTask } from "../../world/taskrouter/billed-tasks.ts";
import { attributeTest } from "../../world/taskrouter/expression.ts";
import { enterActivity, giveUpSeat, stayAt, takeSeat } from "../../world/taskrouter/presence.ts";
import { queueOf } from "../../world/taskrouter/routing.ts";
import { changeRow, type Row, rowsOf, type TaskRouterStore } from "../../world/taskrouter/store.ts";
import { assign, assignWaiting, factsOf, moveReservation, moveTask, tell } from "../../world/taskrouter/work.ts";
import type { World } from "../../world/world.ts";
import type { Resource } from "./resources.ts";

/** The name of the parameter that cannot be, instead of a row. */
export type Wrong = { readonly wrong: string };

/** Makes a row of what a client wrote. */
export function makeRow(
  world: World,
  account: Account,
  resource: Resource,
  workspace: string,
  written: Row["fields"],
): Row | Wrong {
  const store = account.memory.taskrouter;
  const now = world.now();
  const wrong = misnamed(store, workspace, written) ?? taken(world, store, resource, workspace, written);
  if (wrong !== undefined) return { wrong };
  const sid = world.sids.next(resource.prefix);
  const fields = { ...resource.defaults, ...written };
  const row: Row = {
    sid,
    kind: resource.kind,
    workspace: workspace === "" ? sid : workspace,
    name: sid,
    created: now,
    updated: now,
    version: 0,
    fields,
  };
  if (resource.kind === "tasks") return makeTask(world, account, row);
  store.rows.set(sid, row);
  if (resource.kind === "workers") {
    takeSeat(world, account, sid);
    const { activity_sid: activity } = fields;
    if (typeof activity === "string") enterActivity(world, account, row, activity);
  }
  tell(
    world,
    account,
    `${nouns[resource.kind]}.created`,
    { type: nouns[resource.kind], row },
    factsByKind(world, account, row),
  );
  return store.rows.get(sid) ?? row;
}

const nouns: Readonly<Record<Row["kind"], string>> = {
  workspaces: "workspace",
  activities: "activity",
  workers: "worker",
  tasks: "task",
  reservations: "reservation",
  task_queues: "task-queue",
  workflows: "workflow",
  channels: "task-channel",
  worker_channels: "worker-channel",
};

function makeTask(world: World, account: Account, row: Row): Row | Wrong {
  const store = account.memory.taskrouter;
  const workflows = rowsOf(store, "workflows", row.workspace, world.now());
  const workflow = workflows.find(({ sid }) => sid === row.fields["workflow_sid"]) ?? workflows[0];
  const queue = queueOf(account, workflow, row, world.now());
  const channel = channelOf(world, store, row.workspace, String(row.fields["task_channel"] ?? "default"));
  if (channel === undefined) return { wrong: "TaskChannel" };
  const fields = {
    workflow_sid: workflow?.sid ?? null,
    task_queue_sid: queue?.sid ?? null,
    ...row.fields,
    ...channel,
  };
  const task = { ...row, fields };
  store.rows.set(task.sid, task);
  billTask(world, account, task);
  tell(world, account, "task.created", { type: "task", row: task }, factsOf(world, account, task));
  assign(world, account, task);
  return store.rows.get(task.sid) ?? task;
}

function channelOf(world: World, store: TaskRouterStore, workspace: string, asked: string) {
  const channel = rowsOf(store, "channels", workspace, world.now()).find(
    ({ sid, fields }) => sid === asked || fields["unique_name"] === asked,
  );
  if (channel === undefined) return undefined;
  return { task_channel_sid: channel.sid, task_channel_unique_name: channel.fields["unique_name"] ?? null };
}

/** Writes what a client changes into a row. */
export function writeRow(
  world: World,
  account: Account,
  resource: Resource,
  row: Row,
  written: Row["fields"],
): Row | Wrong {
  const store = account.memory.taskrouter;
  const given = Object.fromEntries(
    Object.entries(written).filter(([field]) => resource.once?.includes(field) !== true),
  );
  const wrong = misnamed(store, row.workspace, given) ?? taken(world, store, resource, row.workspace, given, row.sid);
  if (wrong !== undefined) return { wrong };
  const {
    assignment_status: status,
    reservation_status: answer,
    activity_sid: activity,
    task_channel,
    ...fields
  } = given;
  const channel = task_channel == null ? {} : channelOf(world, store, row.workspace, String(task_channel));
  if (channel === undefined) return { wrong: "TaskChannel" };
  if (typeof status === "string" && moveTask(world, account, row, status) === undefined)
    return { wrong: "AssignmentStatus" };
  if (typeof answer === "string" && moveReservation(world, account, row, answer) === undefined)
    return { wrong: "ReservationStatus" };
  const worker = store.rows.get(resource.kind === "reservations" ? String(row.fields["worker_sid"]) : row.sid);
  if (typeof activity === "string" && worker?.kind === "workers") enterActivity(world, account, worker, activity);
  const changed = changeRow(store, store.rows.get(row.sid) ?? row, { ...fields, ...channel }, world.now());
  if (typeof activity === "string" || [status, answer].some((each) => each === "completed" || each === "canceled"))
    assignWaiting(world, account, row.workspace);
  if (resource.kind === "tasks" && status === undefined)
    tell(world, account, "task.updated", { type: "task", row: changed }, factsOf(world, account, changed));
  return store.rows.get(row.sid) ?? changed;
}

/** Takes a row away; what it used stays used. An activity that somebody is in, or that is a default, stays. */
export function removeRow(world: World, account: Account, row: Row): Wrong | undefined {
  const store = account.memory.taskrouter;
  const now = world.now();
  if (row.kind === "activities") {
    const held = rowsOf(store, "workers", row.workspace, now).some(
      (worker) => stayAt(account, worker, now).activity === row.sid,
    );
    if (held || store.rows.get(row.workspace)?.fields["default_activity_sid"] === row.sid)
      return { wrong: "Activity in use" };
  }
  if (row.kind === "workers") giveUpSeat(world, account, row);
  tell(world, account, `${nouns[row.kind]}.deleted`, { type: nouns[row.kind], row }, factsByKind(world, account, row));
  for (const each of [...store.rows.values()])
    if (each.sid === row.sid || (row.kind === "workspaces" && each.workspace === row.sid)) {
      store.rows.delete(each.sid);
      store.removed.add(each.sid);
    }
  return undefined;
}

function factsByKind(world: World, account: Account, row: Row): Readonly<Record<string, string>> {
  if (row.kind === "tasks") return factsOf(world, account, row);
  if (row.kind !== "workers") return {};
  return { worker_sid: row.sid, worker_name: String(row.fields["friendly_name"]) };
}

/** A reference has to name a row of its kind in the same workspace; expressions and moments have to be readable. */
function misnamed(store: TaskRouterStore, workspace: string, written: Row["fields"]): string | undefined {
  for (const [field, [parameter, kind]] of Object.entries(references)) {
    const sid = written[field];
    if (sid == null) continue;
    const row = store.rows.get(String(sid));
    if (row?.kind !== kind || row.workspace !== workspace) return parameter;
  }
  const expression = written["target_workers"];
  if (typeof expression === "string" && attributeTest(expression) === undefined) return "TargetWorkers";
  const start = written["virtual_start_time"];
  if (start == null) return undefined;
  const read = parseInstant(String(start));
  return read.ok && formatIsoSeconds(read.value) === start ? undefined : "VirtualStartTime";
}

const references: Readonly<Record<string, readonly [string, Row["kind"]]>> = {
  activity_sid: ["ActivitySid", "activities"],
  default_activity_sid: ["DefaultActivitySid", "activities"],
  timeout_activity_sid: ["TimeoutActivitySid", "activities"],
  reservation_activity_sid: ["ReservationActivitySid", "activities"],
  assignment_activity_sid: ["AssignmentActivitySid", "activities"],
  workflow_sid: ["WorkflowSid", "workflows"],
  task_queue_sid: ["TaskQueueSid", "task_queues"],
};

function taken(
  world: World,
  store: TaskRouterStore,
  resource: Resource,
  workspace: string,
  written: Row["fields"],
  except?: string,
): string | undefined {
  const name = written["friendly_name"];
  if (name === undefined || workspace === "") return undefined;
  const same = rowsOf(store, resource.kind, workspace, world.now()).some(
    ({ sid, fields }) => sid !== except && fields["friendly_name"] === name,
  );
  return same ? "FriendlyName is taken" : undefined;
}
