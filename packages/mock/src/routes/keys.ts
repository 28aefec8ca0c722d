import { apiKeyDocument, sliceBySid } from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readForm } from "../http/form.ts";
import { respondFlatPage } from "../http/page.ts";
import { json, problem } from "../http/respond.ts";
import { sidFile, sidInPath } from "../http/sid-in-path.ts";
import { type ApiKey, makeKey } from "../world/api-keys.ts";
import type { World } from "../world/world.ts";

/** `/Keys.json` and the keys of it; keys that clients make are standard keys. */
export function keysRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Keys.json", list);
  routes.post("/Keys.json", async (c) => {
    const name = await readName(c);
    if (name instanceof Response) return name;
    return json(201, apiKeyDocument(makeKey(world, c.get("account"), name ?? "", "standard")));
  });
  routes.get(`/Keys/${sidFile}`, (c) => withKey(c, (key) => json(200, shown(key))));
  routes.post(`/Keys/${sidFile}`, async (c) => {
    const name = await readName(c);
    if (name instanceof Response) return name;
    return withKey(c, (key) => {
      const changed = { ...key, friendlyName: name ?? key.friendlyName, updated: world.now() };
      c.get("account").memory.keys.set(key.sid, changed);
      return json(200, shown(changed));
    });
  });
  routes.delete(`/Keys/${sidFile}`, (c) =>
    withKey(c, ({ sid }) => {
      c.get("account").memory.keys.delete(sid);
      return new Response(null, { status: 204 });
    }),
  );
  return routes;
}

function list(c: MockContext): Response {
  const keys = [...c.get("account").memory.keys.values()];
  return respondFlatPage(c, "keys", [], (request) => {
    const slice = sliceBySid(keys, request, ({ sid }) => sid);
    return slice && { ...slice, items: slice.items.map(shown) };
  });
}

async function readName(c: MockContext): Promise<string | undefined | Response> {
  const form = await readForm(c);
  return form === undefined ? problem("tooLarge") : (form.get("FriendlyName") ?? undefined);
}

function withKey(c: MockContext, answer: (key: ApiKey) => Response): Response {
  const key = c.get("account").memory.keys.get(sidInPath(c));
  return key === undefined ? problem("notFound", { path: c.get("target").path }) : answer(key);
}

function shown({ secret: _once, ...key }: ApiKey) {
  return apiKeyDocument(key);
}
