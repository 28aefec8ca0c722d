import { epochMilliseconds } from "@flexbill/kernel";
import type { Account } from "../account.ts";
import type { World } from "../world.ts";
import { attributeTask } from "./billed-tasks.ts";
import { stayAt } from "./presence.ts";
import { freeWorker, waitingTasks } from "./routing.ts";
import { changeRow, type Row, rowsOf } from "./store.ts";

/** Tells the events of a workspace that something happened to a task or a reservation. */
export function tell(
  world: World,
  account: Account,
  type: string,
  resource: { readonly type: string; readonly row: Row },
  data: Readonly<Record<string, string>>,
): void {
  const { row } = resource;
  account.memory.taskrouter.happenings.push({
    sid: world.sids.next("EV"),
    workspace: row.workspace,
    type,
    at: world.now(),
    resource: { type: resource.type, sid: row.sid },
    description: `${resource.type} ${row.sid}: ${type}`,
    data: { workspace_sid: row.workspace, workspace_name: nameOf(account, row.workspace), ...data },
  });
}

/** Offers a task that waits to a worker who may take it, where there is one. */
export function assign(world: World, account: Account, task: Row, not?: string): void {
  const store = account.memory.taskrouter;
  const now = world.now();
  const worker = freeWorker(account, task, now, not);
  if (worker === undefined) return;
  const sid = world.sids.next("WR");
  const fields = { reservation_status: "pending", task_sid: task.sid, worker_sid: worker.sid };
  const reservation: Row = {
    sid,
    kind: "reservations",
    workspace: task.workspace,
    name: sid,
    created: now,
    updated: now,
    version: 0,
    fields,
  };
  store.rows.set(sid, reservation);
  changeRow(store, task, { assignment_status: "reserved" }, now);
  tellReservation(world, account, "created", reservation);
}

/** Offers what waits in a workspace, now that somebody may have room for it. */
export function assignWaiting(world: World, account: Account, workspace: string, not?: string): void {
  for (const task of waitingTasks(account, workspace, world.now())) assign(world, account, task, not);
}

/** What a task may become, by what it is. */
const nextOfTask: Readonly<Record<string, readonly string[]>> = {
  pending: ["canceled"],
  reserved: ["canceled"],
  assigned: ["wrapping", "completed", "canceled"],
  wrapping: ["completed"],
};

/** What a reservation may become, by what it is. */
const nextOfReservation: Readonly<Record<string, readonly string[]>> = {
  pending: ["accepted", "rejected", "canceled", "timeout", "rescinded"],
  accepted: ["wrapping", "completed", "canceled"],
  wrapping: ["completed"],
};

/** Moves a task on; undefined where it cannot become that. Its open reservation goes with it. */
export function moveTask(world: World, account: Account, task: Row, status: string): Row | undefined {
  const before = String(task.fields["assignment_status"]);
  if (before === status) return task;
  if (nextOfTask[before]?.includes(status) !== true) return undefined;
  const store = account.memory.taskrouter;
  const moved = changeRow(store, task, { assignment_status: status }, world.now());
  tell(
    world,
    account,
    `task.${status === "wrapping" ? "wrapup" : status}`,
    { type: "task", row: moved },
    factsOf(world, account, moved),
  );
  const open = openReservation(account, world, task);
  if (open !== undefined) {
    const said = status === "canceled" && open.fields["reservation_status"] === "pending" ? "rescinded" : status;
    const changed = changeRow(store, open, { reservation_status: said }, world.now());
    tellReservation(world, account, said, changed);
  }
  return moved;
}

/** Moves a reservation on; undefined where it cannot become that. Its task goes with it. */
export function moveReservation(world: World, account: Account, row: Row, status: string): Row | undefined {
  const before = String(row.fields["reservation_status"]);
  if (before === status) return row;
  if (nextOfReservation[before]?.includes(status) !== true) return undefined;
  const store = account.memory.taskrouter;
  const moved = changeRow(store, row, { reservation_status: status }, world.now());
  tellReservation(world, account, status, moved);
  const task = store.rows.get(String(row.fields["task_sid"]));
  if (task === undefined) return moved;
  const worker = store.rows.get(String(row.fields["worker_sid"]));
  if (status === "accepted" && worker !== undefined) attributeTask(world, account, task, worker);
  const goesOn = { accepted: "assigned", wrapping: "wrapping", completed: "completed" }[status] ?? "pending";
  const changed = changeRow(store, task, { assignment_status: goesOn }, world.now());
  if (goesOn === "pending") assign(world, account, changed, String(row.fields["worker_sid"]));
  if (goesOn === "completed" || goesOn === "wrapping") {
    const type = goesOn === "wrapping" ? "task.wrapup" : "task.completed";
    tell(world, account, type, { type: "task", row: changed }, factsOf(world, account, changed));
  }
  return moved;
}

function openReservation(account: Account, world: World, task: Row): Row | undefined {
  return rowsOf(account.memory.taskrouter, "reservations", task.workspace, world.now()).find(
    ({ fields }) =>
      fields["task_sid"] === task.sid &&
      ["pending", "accepted", "wrapping"].includes(String(fields["reservation_status"])),
  );
}

function tellReservation(world: World, account: Account, status: string, row: Row): void {
  const type = `reservation.${status === "wrapping" ? "wrapup" : status}`;
  const { rows } = account.memory.taskrouter;
  const [task, worker] = ["task_sid", "worker_sid"].map((field) => rows.get(String(row.fields[field])));
  const facts = {
    ...(task && factsOf(world, account, task)),
    ...(worker && factsOfWorker(world, account, worker)),
    reservation_sid: row.sid,
  };
  tell(world, account, type, { type: "task", row: task ?? row }, facts);
}

/** What events say of a worker: where it is, and how long it has been there. */
function factsOfWorker(world: World, account: Account, worker: Row): Readonly<Record<string, string>> {
  const stay = stayAt(account, worker, world.now());
  const milliseconds = epochMilliseconds(world.now()) - stay.from;
  return {
    worker_sid: worker.sid,
    worker_name: nameOf(account, worker.sid),
    worker_attributes: String(worker.fields["attributes"]),
    worker_activity_sid: stay.activity,
    worker_activity_name: nameOf(account, stay.activity),
    worker_time_in_previous_activity: String(Math.floor(milliseconds / 1000)),
    worker_time_in_previous_activity_ms: String(milliseconds),
  };
}

function nameOf(account: Account, sid: string | undefined): string {
  return String(account.memory.taskrouter.rows.get(sid ?? "")?.fields["friendly_name"] ?? "");
}

/** What events say of a task. */
export function factsOf(world: World, account: Account, task: Row): Readonly<Record<string, string>> {
  const text = (field: string) => String(task.fields[field] ?? "");
  const age = epochMilliseconds(world.now()) - epochMilliseconds(task.created);
  return {
    task_sid: task.sid,
    task_age: String(Math.floor(age / 1000)),
    task_attributes: text("attributes"),
    task_priority: text("priority"),
    task_assignment_status: text("assignment_status"),
    task_channel_unique_name: text("task_channel_unique_name"),
    workflow_sid: text("workflow_sid"),
    workflow_name: nameOf(account, text("workflow_sid")),
    task_queue_sid: text("task_queue_sid"),
    task_queue_name: nameOf(account, text("task_queue_sid")),
  };
}
