import type { Instant } from "@flexbill/kernel";
import { jsonIn } from "../../json-in.ts";
import type { Account } from "../account.ts";
import { type AttributeTest, attributeTest } from "./expression.ts";
import { stayAt } from "./presence.ts";
import { type Row, rowsOf } from "./store.ts";
import { channelsOfWorker, tasksAtHand } from "./worker-channels.ts";

const everybody: AttributeTest = () => true;

/** The queue that a workflow sends a task to: its first filter that fits, else its default, else the first queue. */
export function queueOf(account: Account, workflow: Row | undefined, task: Row, now: Instant): Row | undefined {
  const queues = rowsOf(account.memory.taskrouter, "task_queues", task.workspace, now);
  const attributes = attributesOf(task);
  const routing = memberOf(jsonIn(String(workflow?.fields["configuration"] ?? "{}")), "task_routing");
  const filters = memberOf(routing, "filters");
  const fitting = (Array.isArray(filters) ? filters : []).find((filter: unknown) => {
    const expression = memberOf(filter, "expression");
    return typeof expression === "string" && attributeTest(expression)?.(attributes) === true;
  });
  const targets = memberOf(fitting, "targets");
  const wanted = memberOf(Array.isArray(targets) ? targets[0] : memberOf(routing, "default_filter"), "queue");
  return queues.find(({ sid }) => sid === wanted) ?? queues[0];
}

/** The workers that a queue's expression picks, by their attributes; all of them where it has none. */
export function workersOfQueue(workers: readonly Row[], queue: Row | undefined): readonly Row[] {
  const test = attributeTest(String(queue?.fields["target_workers"] ?? "1==1")) ?? everybody;
  return workers.filter((worker) => test(attributesOf(worker)));
}

/** A worker who may be offered a task now: of its queue, available, and with room in the task's channel. */
export function freeWorker(account: Account, task: Row, now: Instant, not: string | undefined): Row | undefined {
  const store = account.memory.taskrouter;
  const isSingle = store.rows.get(task.workspace)?.fields["multi_task_enabled"] === false;
  const hasRoom = (worker: Row): boolean => {
    if (isSingle) return tasksAtHand(account, worker, undefined, now) === 0;
    const channel = channelsOfWorker(account, worker, now).find(
      (each) => each.channel.sid === task.fields["task_channel_sid"],
    );
    return channel === undefined || (channel.available && channel.assigned < channel.capacity);
  };
  const isAvailable = (worker: Row): boolean => {
    const activity = store.rows.get(stayAt(account, worker, now).activity);
    return activity?.fields["available"] === true;
  };
  const queue = store.rows.get(String(task.fields["task_queue_sid"]));
  return workersOfQueue(rowsOf(store, "workers", task.workspace, now), queue).find(
    (worker) => worker.sid !== not && isAvailable(worker) && hasRoom(worker),
  );
}

/** The tasks of a workspace that wait, in the order in which they are offered: by priority, then as their queue says. */
export function waitingTasks(account: Account, workspace: string, now: Instant): readonly Row[] {
  const store = account.memory.taskrouter;
  const waiting = rowsOf(store, "tasks", workspace, now).filter(
    ({ fields }) => fields["assignment_status"] === "pending",
  );
  const isLast = ({ fields }: Row) => store.rows.get(String(fields["task_queue_sid"]))?.fields["task_order"] === "LIFO";
  const byOrder = [...waiting.filter((task) => !isLast(task)), ...waiting.filter(isLast).toReversed()];
  return byOrder.sort((a, b) => Number(b.fields["priority"] ?? 0) - Number(a.fields["priority"] ?? 0));
}

/** The attributes of a worker or a task, with what expressions know of a worker besides. */
export function attributesOf({ sid, kind, fields }: Row): unknown {
  const read = jsonIn(String(fields["attributes"] ?? "{}"));
  const attributes = read === undefined ? {} : read;
  if (kind !== "workers" || typeof attributes !== "object" || attributes === null) return attributes;
  return { ...attributes, worker: { sid, friendly_name: fields["friendly_name"] ?? null } };
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
