import type { Hono } from "hono";
import { describedIssues } from "../faults/described-issues.ts";
import { readUpTo } from "../http/form.ts";
import { json, problem } from "../http/respond.ts";
import { jsonIn } from "../json-in.ts";
import { readWorld } from "../world/document/read-world.ts";
import { worldDocument } from "../world/document/world-document.ts";
import type { Steering } from "./control.ts";
import { clockDocument } from "./control-clock.ts";

const largestWorld = 512 * 1024 * 1024;

/** `/world`: everything a world holds as one document, to take away and to bring back. */
export function worldControlRoutes(routes: Hono, { world, clock, course, inTurn }: Steering, token: string): void {
  routes.get("/world", (c) => {
    // It holds tokens and secrets.
    if (c.req.header("authorization") !== `Bearer ${token}`) return problem("authenticate");
    return inTurn(() => json(200, worldDocument(world.save(), clock.now())));
  });
  routes.put("/world", async (c) => {
    const text = await readUpTo(c.req.raw.body, largestWorld);
    if (text === undefined) return problem("tooLarge");
    const read = readWorld(jsonIn(text));
    if (!read.ok) return json(400, { issues: describedIssues(read.issues) });
    return inTurn(() => {
      const { state, now } = read.value;
      clock.restore(now);
      world.restore(state);
      course.goOnFrom(now);
      return json(200, { ...clockDocument(clock), accounts: world.accounts.size });
    });
  });
}
