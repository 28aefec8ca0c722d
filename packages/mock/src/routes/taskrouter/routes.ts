import { Hono } from "hono";
import type { Environment } from "../../http/environment.ts";
import type { World } from "../../world/world.ts";
import { crud, notFound, workspaceIn } from "./crud.ts";
import { eventRoutes } from "./events.ts";
import { inWorkspace, reservations, workspaces } from "./resources.ts";
import { statisticsRoutes } from "./statistics.ts";
import { workerChannelRoutes } from "./worker-channels.ts";

const sid = (name: string, prefix: string) => `:${name}{${prefix}[0-9a-fA-F]{32}}`;
const workspace = `/Workspaces/${sid("workspace", "WS")}`;

/** `/v1` of TaskRouter: workspaces and what they hold. */
export function taskRouterRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  crud(routes, world, workspaces, "/Workspaces");
  routes.use(`${workspace}/*`, async (c, next) => (workspaceIn(c) === undefined ? notFound(c) : next()));
  statisticsRoutes(routes, world, workspace);
  eventRoutes(routes, world, `${workspace}/Events`);
  for (const resource of inWorkspace) crud(routes, world, resource, `${workspace}/${resource.segment}`);
  workerChannelRoutes(routes, world, workspace);
  crud(routes, world, reservations, `${workspace}/Tasks/${sid("owner", "WT")}/Reservations`, "tasks");
  crud(routes, world, reservations, `${workspace}/Workers/${sid("owner", "WK")}/Reservations`, "workers");
  return routes;
}
