import { type CallFacts, callDocument, readMomentFilter, sliceBySid } from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readForm } from "../http/form.ts";
import { refuseCall } from "../http/new-traffic.ts";
import { respondFlatPage } from "../http/page.ts";
import { isWrong, type ParameterTable, readParameters } from "../http/parameters.ts";
import { json, problem } from "../http/respond.ts";
import { sidFile, sidInPath } from "../http/sid-in-path.ts";
import { endCall, makeCall } from "../world/made-calls.ts";
import type { World } from "../world/world.ts";

const filters = [
  "To",
  "From",
  "ParentCallSid",
  "Status",
  "StartTime",
  "StartTime<",
  "StartTime>",
  "EndTime",
  "EndTime<",
  "EndTime>",
];

const changeable: ParameterTable = { status: { name: "Status", type: ["canceled", "completed"] } };

/** `/Calls.json` and the calls of it. */
export function callsRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Calls.json", (c) => list(c, world));
  routes.post("/Calls.json", (c) => create(c, world));
  routes.get(`/Calls/${sidFile}`, (c) => respondCall(c, world));
  routes.post(`/Calls/${sidFile}`, (c) => update(c, world));
  routes.delete(`/Calls/${sidFile}`, (c) =>
    c.get("account").calls.erase(sidInPath(c)) ? new Response(null, { status: 204 }) : notFound(c),
  );
  return routes;
}

function list(c: MockContext, world: World): Response {
  const query = new URL(c.req.url).searchParams;
  const started = readMomentFilter(query, "StartTime");
  const ended = readMomentFilter(query, "EndTime");
  if (started === undefined) return problem("invalidParameter", { what: "StartTime" });
  if (ended === undefined) return problem("invalidParameter", { what: "EndTime" });
  const endAsked = [...query.keys()].some((name) => name.startsWith("EndTime"));
  const { calls } = c.get("account");
  const rows = calls
    .list(world.now())
    .filter((call) => isAsked(call, query) && started(call.start))
    .filter(({ end }) => !endAsked || (end !== null && ended(end)));
  return respondFlatPage(c, "calls", filters, (request) => {
    const slice = sliceBySid(rows, request, ({ sid }) => sid);
    const priced = slice?.items.map((call) => callDocument(calls.find(call.sid, world.now()) ?? call));
    return slice === undefined || priced === undefined ? undefined : { ...slice, items: priced };
  });
}

function isAsked(call: CallFacts, query: URLSearchParams): boolean {
  const same = (name: string, value: string | null) => (query.get(name) ?? value) === value;
  return (
    same("To", call.to) && same("From", call.from) && same("ParentCallSid", call.parent) && same("Status", call.status)
  );
}

async function create(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const refusal = refuseCall(form);
  if (refusal !== undefined) return problem(refusal.error, { number: refusal.number ?? "" });
  const [to, from] = [form.get("To") ?? "", form.get("From") ?? ""];
  const sid = makeCall(world, c.get("account"), { to, from, timeLimit: form.get("TimeLimit") });
  return respondCall(c, world, sid, 201);
}

async function update(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const change = readParameters(form, changeable);
  if (isWrong(change)) return problem("invalidParameter", { what: change.wrong });
  const account = c.get("account");
  const call = account.calls.find(sidInPath(c), world.now());
  if (call === undefined) return notFound(c);
  if (change["status"] !== undefined && call.end === null) endCall(world, account, call.sid);
  return respondCall(c, world, call.sid);
}

function respondCall(c: MockContext, world: World, sid = sidInPath(c), status = 200): Response {
  const call = c.get("account").calls.find(sid, world.now());
  return call === undefined ? notFound(c) : json(status, callDocument(call));
}

function notFound(c: MockContext): Response {
  return problem("notFound", { path: c.get("target").path });
}
