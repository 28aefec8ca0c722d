import type { Host } from "./host.ts";

/**
 * How the command was called, so that a line to copy runs as it stands: by npx, which puts it on no PATH, by the script of
 * a checkout, or by its name.
 */
export function called({ env }: Pick<Host, "env">): string {
  if (env["npm_lifecycle_event"] === "flexbill") return "npm run -s flexbill --";
  return env["npm_lifecycle_event"] === "npx" || env["npm_command"] === "exec" ? "npx flexbill" : "flexbill";
}
