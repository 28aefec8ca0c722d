import type { Instant } from "@flexbill/kernel";
import type { Account } from "../../world/account.ts";
import { attributeTest } from "../../world/taskrouter/expression.ts";
import { attributesOf, workersOfQueue } from "../../world/taskrouter/routing.ts";
import { type Row, rowsOf } from "../../world/taskrouter/store.ts";
import type { Wrong } from "./change.ts";

/** Filters that compare no field of the rows, and orders, by the kind of list that takes them. */
export const narrowing: { readonly [kind: string]: readonly string[] | undefined } = {
  workers: ["TargetWorkersExpression", "TaskQueueSid", "TaskQueueName", "Ordering"],
  tasks: ["EvaluateTaskAttributes", "HasAddons", "Ordering"],
};

/** The rows that such filters leave, in the order that is asked for; or the name of the parameter that cannot be read. */
export function narrowed(
  rows: readonly Row[],
  query: URLSearchParams,
  {
    kind,
    account,
    workspace,
    now,
  }: { readonly kind: string; readonly account: Account; readonly workspace: string; readonly now: Instant },
): readonly Row[] | Wrong {
  let left = rows;
  for (const name of narrowing[kind] ?? []) {
    const text = query.get(name) ?? "";
    if (text === "") continue;
    const next = filters[name]?.(left, text, rowsOf(account.memory.taskrouter, "task_queues", workspace, now));
    if (next === undefined) return { wrong: name };
    left = next;
  }
  return left;
}

type Filter = (rows: readonly Row[], text: string, queues: readonly Row[]) => readonly Row[] | undefined;

const byExpression: Filter = (rows, text) => {
  const test = attributeTest(text);
  return test && rows.filter((row) => test(attributesOf(row)));
};

const byQueue =
  (isIt: (queue: Row, text: string) => boolean): Filter =>
  (rows, text, queues) => {
    const queue = queues.find((each) => isIt(each, text));
    return queue === undefined ? [] : workersOfQueue(rows, queue);
  };

const filters: { readonly [name: string]: Filter | undefined } = {
  TargetWorkersExpression: byExpression,
  EvaluateTaskAttributes: byExpression,
  TaskQueueSid: byQueue(({ sid }, text) => sid === text),
  TaskQueueName: byQueue(({ fields }, text) => fields["friendly_name"] === text),
  // No task here has add-ons.
  HasAddons: (rows, text) => (/^(true|1)$/i.test(text) ? [] : rows),
  Ordering: (rows, text) => {
    const orders = text.split(",").map((part) => /^(\w+)(?::(asc|desc))?$/i.exec(part.trim()));
    const keys = orders.map((order) => sortKeys[order?.[1] ?? ""]);
    if (keys.includes(undefined)) return undefined;
    return rows.toSorted((a, b) => {
      for (const [index, key] of keys.entries()) {
        const sign = (key?.(a) ?? 0) - (key?.(b) ?? 0);
        if (sign !== 0) return orders[index]?.[2]?.toLowerCase() === "desc" ? -sign : sign;
      }
      return 0;
    });
  },
};

const sortKeys: { readonly [name: string]: ((row: Row) => number) | undefined } = {
  Priority: ({ fields }) => Number(fields["priority"] ?? 0),
  DateCreated: ({ created }) => Number(created),
  DateStatusChanged: ({ updated }) => Number(updated),
};
