import { type MessageFacts, messageDocument, readMomentFilter, sliceBySid } from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readForm } from "../http/form.ts";
import { refuseMessage } from "../http/new-traffic.ts";
import { respondFlatPage } from "../http/page.ts";
import { json, problem } from "../http/respond.ts";
import { sidFile, sidInPath } from "../http/sid-in-path.ts";
import { makeMessage } from "../world/made-messages.ts";
import type { World } from "../world/world.ts";

const filters = ["To", "From", "DateSent", "DateSent<", "DateSent>"];

/** `/Messages.json` and the messages of it. */
export function messagesRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Messages.json", (c) => list(c, world));
  routes.post("/Messages.json", (c) => create(c, world));
  routes.get(`/Messages/${sidFile}`, (c) => respondMessage(c, world));
  routes.post(`/Messages/${sidFile}`, (c) => update(c, world));
  routes.delete(`/Messages/${sidFile}`, (c) =>
    c.get("account").messages.erase(sidInPath(c)) ? new Response(null, { status: 204 }) : notFound(c),
  );
  return routes;
}

function list(c: MockContext, world: World): Response {
  const query = new URL(c.req.url).searchParams;
  const sent = readMomentFilter(query, "DateSent");
  if (sent === undefined) return problem("invalidParameter", { what: "DateSent" });
  const { messages } = c.get("account");
  const rows = messages
    .list(world.now())
    .filter((message) => sent(message.sent) && (query.get("To") ?? message.to) === message.to)
    .filter((message) => (query.get("From") ?? message.from) === message.from);
  return respondFlatPage(c, "messages", filters, (request) => {
    const slice = sliceBySid(rows, request, ({ sid }) => sid);
    if (slice === undefined) return undefined;
    const priced = (row: MessageFacts) => messageDocument(messages.find(row.sid, world.now()) ?? row);
    return { ...slice, items: slice.items.map(priced) };
  });
}

async function create(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const refusal = refuseMessage(form);
  if (refusal !== undefined) return problem(refusal.error, { number: refusal.number ?? "" });
  const [to, from, service] = [form.get("To") ?? "", form.get("From") || null, form.get("MessagingServiceSid") || null];
  const media = form.getAll("MediaUrl").filter((url) => url !== "").length;
  const body = form.get("Body") ?? "";
  const sid = makeMessage(world, c.get("account"), { to, from, body, media, messagingService: service });
  return respondMessage(c, world, sid, 201);
}

/** An update can only take a message's text away. */
async function update(c: MockContext, world: World): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const { messages } = c.get("account");
  const message = messages.find(sidInPath(c), world.now());
  if (message === undefined) return notFound(c);
  const body = form.get("Body");
  if (body !== null && body !== "") return problem("invalidParameter", { what: "Body" });
  if (body === "") {
    const { from, to, media, messagingService } = message;
    messages.say(message.sid, { from, to, media, messagingService, body });
  }
  return respondMessage(c, world);
}

function respondMessage(c: MockContext, world: World, sid = sidInPath(c), status = 200): Response {
  const message = c.get("account").messages.find(sid, world.now());
  return message === undefined ? notFound(c) : json(status, messageDocument(message));
}

function notFound(c: MockContext): Response {
  return problem("notFound", { path: c.get("target").path });
}
