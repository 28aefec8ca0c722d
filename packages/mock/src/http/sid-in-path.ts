import type { MockContext } from "./environment.ts";

/** A resource's own part of a path of the 2010 API: its SID with the ending of JSON. */
export const sidFile = ":file{[A-Za-z0-9]+\\.json}";

/** The SID that a path of the 2010 API ends with. */
export function sidInPath(c: MockContext): string {
  return (c.req.param("file") ?? "").replace(/\.json$/, "");
}
