import type { Command, RouteMap } from "@stricli/core";
import type { Context } from "./context.ts";

/** A command, or a name under which others stand. */
export type RoutingTarget = Command<Context> | RouteMap<Context>;
