import { formatIsoSeconds } from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readText } from "../http/form.ts";
import { baseOf } from "../http/logical-host.ts";
import { json, problem } from "../http/respond.ts";
import { jsonIn } from "../json-in.ts";
import type { Account } from "../world/account.ts";
import { sidOf } from "../world/sids.ts";
import { offlineActivity } from "../world/taskrouter/presence.ts";
import { firstWorkspace, rowsOf } from "../world/taskrouter/store.ts";
import type { World } from "../world/world.ts";

/** What an account's Flex is set up to be, by the field's name on the wire, as JSON texts. */
type Settings = ReadonlyMap<string, string>;

const changeable: Readonly<Record<string, unknown>> = {
  attributes: {},
  taskrouter_taskqueues: [],
  taskrouter_skills: [],
  taskrouter_worker_channels: null,
  taskrouter_worker_attributes: null,
  runtime_domain: null,
  ui_language: "en-us",
  ui_attributes: {},
  ui_dependencies: {},
  ui_version: "~2.0.0",
  service_version: null,
  call_recording_enabled: false,
  call_recording_webhook_url: null,
  crm_enabled: false,
  crm_type: null,
  crm_callback_url: null,
  crm_fallback_url: null,
  crm_attributes: null,
  public_attributes: {},
  plugin_service_enabled: false,
  plugin_service_attributes: {},
  integrations: [],
  outbound_call_flows: {},
  serverless_service_sids: [],
  queue_stats_configuration: {},
  notifications: {},
  markdown: {},
  flex_insights_hr: null,
  flex_insights_drilldown: null,
  flex_url: null,
  channel_configs: [],
  debugger_integration: {},
  flex_ui_status_report: {},
  agent_conv_end_methods: null,
  citrix_voice_vdi: null,
  offline_config: null,
};

/** `/v1/Configuration` of Flex: fetched, and changed by JSON. */
export function flexConfigurationRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Configuration", (c) => json(200, documentOf(c, world)));
  routes.post("/Configuration", async (c) => {
    const text = await readText(c);
    if (text === undefined) return problem("tooLarge");
    const wrong = change(c.get("account"), text);
    return wrong === undefined ? json(200, documentOf(c, world)) : problem("invalidParameter", { what: wrong });
  });
  return routes;
}

/** Writes fields of a JSON body; Twilio's client wraps them in `body`. Names what is wrong. */
function change(account: Account, text: string): string | undefined {
  const given = objectOf(text);
  if (given === undefined) return "body";
  const inner = given["body"];
  const fields = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : given;
  if (fields["account_sid"] !== undefined && fields["account_sid"] !== account.sid) return "account_sid";
  const known = Object.entries(fields).filter(([name]) => Object.hasOwn(changeable, name));
  const wrong = known.find(([name, value]) => value !== null && !isAlike(value, changeable[name], name));
  if (wrong !== undefined) return wrong[0];
  for (const [name, value] of known) account.memory.flex.set(name, JSON.stringify(value));
  return undefined;
}

const booleans: ReadonlySet<string> = new Set(["flex_insights_drilldown"]);
const objects: ReadonlySet<string> = new Set([
  "taskrouter_worker_channels",
  "taskrouter_worker_attributes",
  "crm_attributes",
  "flex_insights_hr",
  "agent_conv_end_methods",
  "citrix_voice_vdi",
  "offline_config",
]);

function isAlike(value: unknown, usual: unknown, name: string): boolean {
  if (name === "serverless_service_sids")
    return Array.isArray(value) && value.every((each) => /^ZS[0-9a-fA-F]{32}$/.test(String(each)));
  if (Array.isArray(usual)) return Array.isArray(value);
  if (usual === null && booleans.has(name)) return typeof value === "boolean";
  if (usual === null && !objects.has(name)) return typeof value === "string";
  return usual === null ? typeof value === "object" : typeof value === typeof usual;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  const value = jsonIn(text);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function documentOf(c: MockContext, world: World) {
  const account = c.get("account");
  const { taskrouter, flex } = account.memory;
  const workspace = firstWorkspace(account.sid);
  const first = (kind: "workflows" | "task_queues") => rowsOf(taskrouter, kind, workspace, world.now())[0]?.sid ?? null;
  return {
    account_sid: account.sid,
    date_created: formatIsoSeconds(account.created),
    date_updated: formatIsoSeconds(account.updated),
    status: "ok",
    taskrouter_workspace_sid: workspace,
    taskrouter_target_workflow_sid: first("workflows"),
    taskrouter_target_taskqueue_sid: first("task_queues"),
    taskrouter_offline_activity_sid: offlineActivity(account, world.now()),
    messaging_service_instance_sid: sidOf("MG", `${account.sid}/flex`),
    chat_service_instance_sid: sidOf("IS", `${account.sid}/flex`),
    flex_service_instance_sid: sidOf("IS", `${account.sid}/flex`),
    flex_instance_sid: sidOf("GO", `${account.sid}/flex`),
    ...changeable,
    ...written(flex),
    url: `${baseOf(c.req.raw)}/v1/Configuration`,
  };
}

function written(settings: Settings): Record<string, unknown> {
  return Object.fromEntries([...settings].map(([name, text]): [string, unknown] => [name, JSON.parse(text)]));
}
