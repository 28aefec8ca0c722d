import { readFileSync } from "node:fs";

const folder = new URL("../../../../fixtures/wire/", import.meta.url);

/** Which operation each printed response of fixtures/wire answers. */
const samples: Readonly<Record<string, string>> = {
  "account-2010": "api_v2010 FetchAccount",
  "calls-list-2012": "api_v2010 ListCall",
  "messages-list": "api_v2010 ListMessage",
  "usage-records-root-2012": "api_v2010 ListUsageRecord",
  "usage-records-fragment-2016": "api_v2010 ListUsageRecord",
  "usage-records-ex2-2012": "api_v2010 ListUsageRecordToday",
  "usage-records-ex3-2012": "api_v2010 ListUsageRecord",
  "usage-records-ex4-2012": "api_v2010 ListUsageRecordDaily",
  "usage-records-lastmonth-2012": "api_v2010 ListUsageRecordLastMonth",
  "usage-trigger-created-2012": "api_v2010 CreateUsageTrigger",
  "usage-trigger-fetched-2012": "api_v2010 FetchUsageTrigger",
  "usage-trigger-updated-2012": "api_v2010 UpdateUsageTrigger",
  "usage-triggers-list-2012": "api_v2010 ListUsageTrigger",
  "taskrouter-activities-list": "taskrouter_v1 ListActivity",
  "taskrouter-events-2015": "taskrouter_v1 ListEvent",
  "taskrouter-reservations-list-2015": "taskrouter_v1 ListTaskReservation",
  "taskrouter-tasks-list": "taskrouter_v1 ListTask",
  "taskrouter-worker-channels-list": "taskrouter_v1 ListWorkerChannel",
  "taskrouter-worker-statistics-2015": "taskrouter_v1 FetchWorkerInstanceStatistics",
  "taskrouter-workers-cumulative-2015": "taskrouter_v1 FetchWorkersCumulativeStatistics",
  "taskrouter-workers-list": "taskrouter_v1 ListWorker",
  "taskrouter-workers-realtime-2015": "taskrouter_v1 FetchWorkersRealTimeStatistics",
  "taskrouter-workers-statistics-2015": "taskrouter_v1 FetchWorkerStatistics",
  "taskrouter-workspaces-list": "taskrouter_v1 ListWorkspace",
};

/** Responses of lists that the mock does not serve. */
export const unserved: readonly string[] = ["conferences-list", "recordings-list-2016"];

/** A response that somebody printed, and where it stands. */
export interface Fixture {
  readonly from: string;
  readonly body: unknown;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

function all(): readonly (Fixture & { readonly operation: string })[] {
  const printed = Object.entries(samples).map(([name, operation]) => ({ operation, from: name, body: read(name) }));
  const examples = Object.entries(read("spec-examples") as Record<string, unknown>).map(([name, body]) => ({
    operation: name.split(" ").slice(0, 2).join(" "),
    from: "spec-examples",
    body,
  }));
  return [...printed, ...examples];
}

/** The printed responses of each operation. */
export const fixtures: ReadonlyMap<string, readonly Fixture[]> = Map.groupBy(all(), ({ operation }) => operation);
