import { add, isPositive, parseDecimal, zero } from "@flexbill/kernel";
import {
  categoryById,
  defaultTriggerName,
  sliceBySid,
  type UsageTrigger,
  usageTriggerDocument,
} from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readForm } from "../http/form.ts";
import { respondFlatPage } from "../http/page.ts";
import { isWrong, type ParameterTable, readParameters, type Values } from "../http/parameters.ts";
import { json, problem } from "../http/respond.ts";
import { sidFile, sidInPath } from "../http/sid-in-path.ts";
import { currentValue, mostTriggers } from "../world/triggers.ts";
import type { World } from "../world/world.ts";

const recurrings = ["daily", "monthly", "yearly", "alltime", ""] as const;
const measures = ["count", "usage", "price"] as const;
const longestName = 64;

const changeable: ParameterTable = {
  callbackUrl: { name: "CallbackUrl", type: "url" },
  callbackMethod: { name: "CallbackMethod", type: ["GET", "POST"] },
  friendlyName: { name: "FriendlyName", type: "text" },
};
const writable: ParameterTable = {
  ...changeable,
  callbackUrl: { name: "CallbackUrl", type: "url", required: true },
  triggerValue: { name: "TriggerValue", type: "text", required: true },
  category: { name: "UsageCategory", type: "text", required: true },
  recurring: { name: "Recurring", type: recurrings },
  triggerBy: { name: "TriggerBy", type: measures },
};

/** `/Usage/Triggers.json` and the triggers of it. */
export function usageTriggersRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Usage/Triggers.json", (c) => list(c, world));
  routes.post("/Usage/Triggers.json", (c) => create(c, world));
  routes.get(`/Usage/Triggers/${sidFile}`, (c) => {
    const trigger = world.triggers.find(c.get("account"), sidInPath(c));
    return trigger === undefined ? notFound(c) : respondTrigger(c, world, trigger);
  });
  routes.post(`/Usage/Triggers/${sidFile}`, (c) => update(c, world));
  routes.delete(`/Usage/Triggers/${sidFile}`, (c) => {
    const known = world.triggers.find(c.get("account"), sidInPath(c));
    return known !== undefined && world.triggers.remove(known.sid) ? new Response(null, { status: 204 }) : notFound(c);
  });
  return routes;
}

function list(c: MockContext, world: World): Response {
  const query = new URL(c.req.url).searchParams;
  const [recurring, by, category] = ["Recurring", "TriggerBy", "UsageCategory"].map((name) => query.get(name));
  const once = recurring === "" || recurring === "alltime";
  const rows = world.triggers
    .list(c.get("account"))
    .filter((each) => recurring == null || (once ? each.recurring === null : each.recurring === recurring))
    .filter((each) => (by ?? each.triggerBy) === each.triggerBy && (category ?? each.category) === each.category);
  return respondFlatPage(c, "usage_triggers", ["Recurring", "TriggerBy", "UsageCategory"], (request) => {
    const slice = sliceBySid(rows, request, ({ sid }) => sid);
    return slice === undefined ? undefined : { ...slice, items: slice.items.map((each) => documentOf(c, world, each)) };
  });
}

async function create(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const values = readParameters(form, writable);
  if (isWrong(values)) return problem("invalidParameter", { what: values.wrong });
  const account = c.get("account");
  if (world.triggers.list(account).length >= mostTriggers)
    return problem("invalidParameter", { what: "too many triggers" });
  const read = readTrigger(c, world, values);
  if (typeof read === "string") return problem("invalidParameter", { what: read });
  world.triggers.add(read);
  return respondTrigger(c, world, read, 201);
}

function readTrigger(c: MockContext, world: World, values: Values): UsageTrigger | string {
  const account = c.get("account");
  const category = String(values["category"]);
  const friendlyName = values["friendlyName"];
  if (categoryById(category) === undefined) return "UsageCategory";
  if (String(friendlyName ?? "").length > longestName) return "FriendlyName";
  const watching = {
    category,
    recurring: recurringOf(values["recurring"]),
    triggerBy: measures.find((each) => each === values["triggerBy"]) ?? ("usage" as const),
  };
  const value = currentValue(world, account, watching, world.asOf());
  const text = String(values["triggerValue"]);
  const amount = parseDecimal(text.replace(/^[+ ]/, ""));
  if (!amount.ok || !isPositive(amount.value)) return "TriggerValue";
  const triggerValue = add(/^[+ ]/.test(text) ? value : zero, amount.value);
  return {
    sid: world.sids.next("UT"),
    account: account.sid,
    ...watching,
    triggerValue,
    currentValue: value,
    callbackUrl: String(values["callbackUrl"]),
    callbackMethod: values["callbackMethod"] === "GET" ? "GET" : "POST",
    friendlyName: String(friendlyName ?? defaultTriggerName({ ...watching, triggerValue })),
    created: world.now(),
    updated: world.now(),
    fired: null,
  };
}

function recurringOf(value: Values[string] | undefined): UsageTrigger["recurring"] {
  return value === "daily" || value === "monthly" || value === "yearly" ? value : null;
}

async function update(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const known = world.triggers.find(c.get("account"), sidInPath(c));
  if (known === undefined) return notFound(c);
  const change = readParameters(form, changeable);
  if (isWrong(change)) return problem("invalidParameter", { what: change.wrong });
  const trigger = { ...known, ...change, updated: world.now() } as UsageTrigger;
  if (trigger.friendlyName.length > longestName) return problem("invalidParameter", { what: "FriendlyName" });
  world.triggers.replace(trigger);
  return respondTrigger(c, world, trigger);
}

function respondTrigger(c: MockContext, world: World, trigger: UsageTrigger, status = 200): Response {
  return json(status, documentOf(c, world, trigger));
}

/** What a trigger's figure has come to is looked up when it is shown. */
function documentOf(c: MockContext, world: World, trigger: UsageTrigger) {
  const value = currentValue(world, c.get("account"), trigger, world.asOf());
  return usageTriggerDocument({ ...trigger, currentValue: value });
}

function notFound(c: MockContext): Response {
  return problem("notFound", { path: c.get("target").path });
}
