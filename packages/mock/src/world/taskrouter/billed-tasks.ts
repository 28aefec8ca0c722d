import { formatInstant } from "@flexbill/kernel";
import type { UsageEvent } from "@flexbill/usage";
import type { Account } from "../account.ts";
import type { World } from "../world.ts";
import type { Row } from "./store.ts";

const source = "/flexbill/mock/taskrouter";

/** Bills a task that a client made: one, when it is made, of nobody yet. */
export function billTask(world: World, account: Account, task: Row): void {
  world.happened(eventOf(account, task, null));
}

/** Tells whose the task is, now that a worker has accepted it; it stays the first one's. */
export function attributeTask(world: World, account: Account, task: Row, worker: Row): void {
  const known = account.log.find({ source, id: task.sid });
  if (known?.type === "dev.flexbill.usage" && known.data.user === null)
    world.becameKnown(eventOf(account, task, worker.name));
}

function eventOf(account: Account, task: Row, user: string | null): UsageEvent {
  return {
    specversion: "1.0",
    id: task.sid,
    source,
    type: "dev.flexbill.usage",
    subject: account.sid,
    data: { product: "taskrouter", unit: "task", quantity: "1", at: formatInstant(task.created), user, dimensions: {} },
  };
}
