import { epochMilliseconds, fromEpochMilliseconds, type Instant } from "@flexbill/kernel";
import { formatIsoSeconds } from "@flexbill/twilio";
import type { Account } from "../../world/account.ts";
import { stayAt } from "../../world/taskrouter/presence.ts";
import type { Field, Row } from "../../world/taskrouter/store.ts";
import { type Resource, workspaces } from "./resources.ts";

/** What a document is made from beside its row. */
export interface Setting {
  readonly account: Account;
  readonly now: Instant;
  /** Where addresses begin, such as `https://taskrouter.twilio.com/v1`. */
  readonly base: string;
}

/** A resource as TaskRouter shows it. */
export function documentOf(resource: Resource, row: Row, setting: Setting, owner?: string): Record<string, unknown> {
  const { account, base } = setting;
  const workspace = `${base}/Workspaces/${row.workspace}`;
  const url = resource === workspaces ? workspace : `${owner ?? workspace}/${resource.segment}/${row.sid}`;
  const { task_channel: _asked, activity_sid: _where, ...fields } = { ...resource.defaults, ...row.fields };
  const { links = {}, ...shown } = shownBy[resource.kind]?.(row, setting, workspace) ?? {};
  const own = Object.fromEntries(Object.entries(resource.links).map(([link, part]) => [link, url + part]));
  const all = { ...own, ...(resource === workspaces ? {} : { workspace }), ...links };
  return {
    sid: row.sid,
    account_sid: account.sid,
    ...(resource === workspaces ? {} : { workspace_sid: row.workspace }),
    ...fields,
    ...shown,
    date_created: formatIsoSeconds(row.created),
    date_updated: formatIsoSeconds(row.updated),
    url,
    links: all,
  };
}

interface Shown extends Readonly<Record<string, unknown>> {
  readonly links?: Readonly<Record<string, string>>;
}

type Show = (row: Row, setting: Setting, workspace: string) => Shown;

const shownBy: { readonly [kind: string]: Show | undefined } = {
  workspaces: ({ fields }, { account }) => ({
    default_activity_name: nameOf(account, fields["default_activity_sid"]),
    timeout_activity_name: nameOf(account, fields["timeout_activity_sid"]),
  }),
  workers: (row, { account, now }, workspace) => {
    const stay = stayAt(account, row, now);
    const activity = account.memory.taskrouter.rows.get(stay.activity);
    return {
      activity_sid: stay.activity,
      activity_name: activity?.fields["friendly_name"] ?? null,
      available: activity?.fields["available"] ?? false,
      date_status_changed: formatIsoSeconds(fromEpochMilliseconds(stay.from)),
      links: {
        activity: `${workspace}/Activities/${stay.activity}`,
        statistics: `${workspace}/Workers/Statistics`,
        real_time_statistics: `${workspace}/Workers/RealTimeStatistics`,
        cumulative_statistics: `${workspace}/Workers/CumulativeStatistics`,
      },
    };
  },
  tasks: ({ fields, created }, { account, now }, workspace) => ({
    age: Math.floor((epochMilliseconds(now) - epochMilliseconds(created)) / 1000),
    task_queue_entered_date: formatIsoSeconds(created),
    task_queue_friendly_name: nameOf(account, fields["task_queue_sid"]),
    workflow_friendly_name: nameOf(account, fields["workflow_sid"]),
    virtual_start_time: fields["virtual_start_time"] ?? formatIsoSeconds(created),
    links: {
      task_queue: `${workspace}/TaskQueues/${fields["task_queue_sid"]}`,
      workflow: `${workspace}/Workflows/${fields["workflow_sid"]}`,
    },
  }),
  task_queues: ({ fields }, { account }) => ({
    reservation_activity_name: nameOf(account, fields["reservation_activity_sid"]),
    assignment_activity_name: nameOf(account, fields["assignment_activity_sid"]),
  }),
  workflows: () => ({ document_content_type: "application/json" }),
  reservations: ({ fields }, { account }, workspace) => ({
    worker_name: nameOf(account, fields["worker_sid"]),
    links: {
      task: `${workspace}/Tasks/${fields["task_sid"]}`,
      worker: `${workspace}/Workers/${fields["worker_sid"]}`,
    },
  }),
};

function nameOf(account: Account, sid: Field | undefined): Field {
  return account.memory.taskrouter.rows.get(String(sid))?.fields["friendly_name"] ?? null;
}
