import { sliceBySid } from "@flexbill/twilio";
import type { Hono } from "hono";
import type { Environment, MockContext } from "../../http/environment.ts";
import { readForm } from "../../http/form.ts";
import { baseOf } from "../../http/logical-host.ts";
import { respondMetaPage } from "../../http/page.ts";
import { isWrong, readBoolean, readParameters } from "../../http/parameters.ts";
import { json, problem } from "../../http/respond.ts";
import { discover } from "../../world/taskrouter/presence.ts";
import { type Row, rowsOf } from "../../world/taskrouter/store.ts";
import type { World } from "../../world/world.ts";
import { makeRow, removeRow, type Wrong, writeRow } from "./change.ts";
import { documentOf, type Setting } from "./document.ts";
import { narrowed, narrowing } from "./narrow.ts";
import { type Resource, workspaces } from "./resources.ts";

/** Adds the routes of a resource: list and create at its path, fetch, update and delete below it. */
export function crud(
  routes: Hono<Environment>,
  world: World,
  resource: Resource,
  path: string,
  owner?: "tasks" | "workers",
): void {
  const one = `${path}/:sid{${resource.prefix}[0-9a-fA-F]{32}}`;
  routes.get(path, (c) => list(c, world, resource, owner));
  routes.get(one, (c) => withRow(c, world, resource, (row) => respondRow(c, world, resource, row, owner)));
  routes.post(one, (c) => update(c, world, resource, owner));
  if (resource.given === true) return;
  routes.post(path, (c) => create(c, world, resource));
  routes.delete(one, (c) => withRow(c, world, resource, (row) => remove(c, world, resource, row)));
}

/** The workspace that a path names; "" for the list of workspaces. Undefined where there is none. */
export function workspaceIn(c: MockContext): Row | undefined {
  const row = c.get("account").memory.taskrouter.rows.get(c.req.param("workspace") ?? "");
  return row?.kind === "workspaces" ? row : undefined;
}

/** What documents need to know of a request. */
export function settingOf(c: MockContext, world: World): Setting {
  return { account: c.get("account"), now: world.now(), base: `${baseOf(c.req.raw)}/v1` };
}

/** The answer where a path names nothing. */
export function notFound(c: MockContext): Response {
  return problem("notFound", { path: c.get("target").path });
}

function list(c: MockContext, world: World, resource: Resource, owner?: "tasks" | "workers"): Response {
  const setting = settingOf(c, world);
  const query = new URL(c.req.url).searchParams;
  const asked = Object.entries(resource.filters).filter(([, { name }]) => query.has(name));
  const { account, now } = setting;
  const workspace = c.req.param("workspace") ?? "";
  const left = narrowed(candidates(c, world, resource, owner), query, { kind: resource.kind, account, workspace, now });
  if ("wrong" in left) return refuse(left);
  const rows = left
    .map((row) => documentOf(resource, row, setting, ownerUrl(c, setting, owner)))
    .filter((document) => asked.every(([field, { name }]) => fits(document[field], query.getAll(name))));
  return respondMetaPage(
    c,
    resource.key,
    [...Object.values(resource.filters).map(({ name }) => name), ...(narrowing[resource.kind] ?? [])],
    (request) => sliceBySid(rows, request, ({ sid }) => String(sid)),
  );
}

function candidates(c: MockContext, world: World, resource: Resource, owner?: "tasks" | "workers"): readonly Row[] {
  const account = c.get("account");
  const store = account.memory.taskrouter;
  discover(account);
  if (resource === workspaces) return [...store.rows.values()].filter(({ kind }) => kind === "workspaces");
  const all = rowsOf(store, resource.kind, c.req.param("workspace") ?? "", world.now());
  if (owner === undefined) return all;
  return all.filter(({ fields }) => fields[owner === "tasks" ? "task_sid" : "worker_sid"] === c.req.param("owner"));
}

function ownerUrl(c: MockContext, { base }: Setting, owner?: "tasks" | "workers"): string | undefined {
  if (owner === undefined) return undefined;
  const segment = owner === "tasks" ? "Tasks" : "Workers";
  return `${base}/Workspaces/${c.req.param("workspace")}/${segment}/${c.req.param("owner")}`;
}

/** Repeated values and commas mean one of them; booleans may be written in several ways. */
function fits(value: unknown, asked: readonly string[]): boolean {
  const choices = asked.flatMap((text) => text.split(","));
  if (typeof value === "boolean") return choices.some((text) => readBoolean(text) === value);
  return choices.includes(String(value));
}

async function create(c: MockContext, world: World, resource: Resource): Promise<Response> {
  const written = await readFields(c, resource);
  if (written instanceof Response) return written;
  const missing = resource.required.find((field) => (written[field] ?? "") === "");
  if (missing !== undefined) return problem("invalidParameter", { what: resource.writable[missing]?.name ?? missing });
  const made = makeRow(world, c.get("account"), resource, c.req.param("workspace") ?? "", written);
  return "wrong" in made ? refuse(made) : respondRow(c, world, resource, made, undefined, 201);
}

function update(
  c: MockContext,
  world: World,
  resource: Resource,
  owner?: "tasks" | "workers",
): Promise<Response> | Response {
  return withRow(c, world, resource, async (row) => {
    if (isStale(c, resource, row)) return problem("preconditionFailed");
    const written = await readFields(c, resource);
    if (written instanceof Response) return written;
    const changed = writeRow(world, c.get("account"), resource, row, written);
    return "wrong" in changed ? refuse(changed) : respondRow(c, world, resource, changed, owner);
  });
}

function remove(c: MockContext, world: World, resource: Resource, row: Row): Response {
  if (isStale(c, resource, row)) return problem("preconditionFailed");
  const refused = removeRow(world, c.get("account"), row);
  return refused === undefined ? new Response(null, { status: 204 }) : refuse(refused);
}

function refuse({ wrong }: Wrong): Response {
  return problem("invalidParameter", { what: wrong });
}

function isStale(c: MockContext, { locked }: Resource, row: Row): boolean {
  const given = c.req.header("if-match");
  return locked === true && given !== undefined && given !== "*" && given !== etagOf(row);
}

function etagOf({ version }: Row): string {
  return `"${version}"`;
}

async function readFields(c: MockContext, resource: Resource): Promise<Row["fields"] | Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const values = readParameters(form, resource.writable);
  return isWrong(values) ? problem("invalidParameter", { what: values.wrong }) : values;
}

function withRow<Answer extends Response | Promise<Response>>(
  c: MockContext,
  world: World,
  resource: Resource,
  answer: (row: Row) => Answer,
): Answer | Response {
  const sid = c.req.param("sid");
  const rows = candidates(c, world, resource, undefined).find((each) => each.sid === sid);
  return rows === undefined || !belongs(c, rows) ? notFound(c) : answer(rows);
}

/** A reservation is found under its own task and its own worker only. */
function belongs(c: MockContext, { kind, fields }: Row): boolean {
  const owner = c.req.param("owner");
  return kind !== "reservations" || fields["task_sid"] === owner || fields["worker_sid"] === owner;
}

function respondRow(
  c: MockContext,
  world: World,
  resource: Resource,
  row: Row,
  owner?: "tasks" | "workers",
  status = 200,
): Response {
  const setting = settingOf(c, world);
  const document = documentOf(resource, row, setting, ownerUrl(c, setting, owner));
  return json(status, document, resource.locked === true ? { ETag: etagOf(row) } : {});
}
