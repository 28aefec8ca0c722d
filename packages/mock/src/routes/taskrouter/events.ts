import { epochMilliseconds } from "@flexbill/kernel";
import { formatIsoSeconds, sliceBySid } from "@flexbill/twilio";
import type { Hono } from "hono";
import type { Environment, MockContext } from "../../http/environment.ts";
import { respondMetaPage } from "../../http/page.ts";
import { json, problem } from "../../http/respond.ts";
import { happeningsOf } from "../../world/taskrouter/happenings.ts";
import type { Happening } from "../../world/taskrouter/store.ts";
import type { World } from "../../world/world.ts";
import { notFound, settingOf, workspaceIn } from "./crud.ts";
import type { Setting } from "./document.ts";
import { readRange } from "./range.ts";

const facts: Readonly<Record<string, string>> = {
  ReservationSid: "reservation_sid",
  TaskQueueSid: "task_queue_sid",
  TaskSid: "task_sid",
  WorkerSid: "worker_sid",
  WorkflowSid: "workflow_sid",
  TaskChannel: "task_channel_unique_name",
};
const filters = ["EndDate", "EventType", "Minutes", "StartDate", "Sid", ...Object.keys(facts)];

/** `/Events` of a workspace, and each of them. */
export function eventRoutes(routes: Hono<Environment>, world: World, path: string): void {
  routes.get(path, (c) => list(c, world));
  routes.get(`${path}/:sid{EV[0-9a-fA-F]{32}}`, (c) => {
    const range = { start: c.get("account").created, end: world.now() };
    const found = happeningsIn(c, world, range).find(({ sid }) => sid === c.req.param("sid"));
    return found === undefined ? notFound(c) : json(200, documentOf(found, settingOf(c, world)));
  });
}

function list(c: MockContext, world: World): Response {
  const query = new URL(c.req.url).searchParams;
  const range = readRange(query, world.now());
  if (typeof range === "string") return problem("invalidParameter", { what: range });
  const [type, sid] = [query.get("EventType"), query.get("Sid")];
  const rows = happeningsIn(c, world, range)
    .filter((each) => (type === null || each.type.startsWith(type)) && (sid ?? each.sid) === each.sid)
    .filter(({ data }) =>
      Object.entries(facts).every(([name, fact]) => (query.get(name) ?? data[fact]) === data[fact]),
    );
  return respondMetaPage(c, "events", filters, (request) => {
    const slice = sliceBySid(rows, request, (each) => each.sid);
    return slice && { ...slice, items: slice.items.map((each) => documentOf(each, settingOf(c, world))) };
  });
}

function happeningsIn(c: MockContext, world: World, range: Parameters<typeof happeningsOf>[2]) {
  return happeningsOf(c.get("account"), workspaceIn(c)?.sid ?? "", range, world.now());
}

const segments: Readonly<Record<string, string>> = {
  worker: "/Workers/",
  task: "/Tasks/",
  activity: "/Activities/",
  "task-queue": "/TaskQueues/",
  workflow: "/Workflows/",
  "task-channel": "/TaskChannels/",
};

function documentOf(happening: Happening, { account, base }: Setting) {
  const workspace = `${base}/Workspaces/${happening.workspace}`;
  const { type, sid } = happening.resource;
  const segment = segments[type];
  return {
    sid: happening.sid,
    account_sid: account.sid,
    workspace_sid: happening.workspace,
    event_type: happening.type,
    description: happening.description,
    event_date: formatIsoSeconds(happening.at),
    event_date_ms: epochMilliseconds(happening.at),
    resource_type: type,
    resource_sid: sid,
    resource_url: segment === undefined ? workspace : workspace + segment + sid,
    actor_type: "workspace",
    actor_sid: happening.workspace,
    actor_url: workspace,
    source: "twilio",
    source_ip_address: null,
    event_data: happening.data,
    url: `${workspace}/Events/${happening.sid}`,
  };
}
