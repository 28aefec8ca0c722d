import type { Hono } from "hono";
import { describedIssues } from "../faults/described-issues.ts";
import { readFaultRule } from "../faults/fault.ts";
import type { Faults } from "../faults/fault-rules.ts";
import { json, problem } from "../http/respond.ts";
import { bodyOf } from "./control-words.ts";

/** `/faults`: what goes wrong with which requests. */
export function faultsRoutes(routes: Hono, faults: Faults): void {
  routes.get("/faults", () => json(200, { faults: faults.list() }));
  routes.post("/faults", async (c) => {
    const read = readFaultRule(await bodyOf(c));
    return read.ok ? json(201, faults.add(read.value)) : json(400, { issues: describedIssues(read.issues) });
  });
  routes.delete("/faults", () => {
    faults.clear();
    return new Response(null, { status: 204 });
  });
  routes.delete("/faults/:id", (c) =>
    faults.remove(c.req.param("id")) ? new Response(null, { status: 204 }) : problem("notFound", { path: c.req.path }),
  );
}
