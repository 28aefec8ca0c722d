import { flatPage, type PageRequest, type PageSlice, readPageRequest } from "@flexbill/twilio";
import type { MockContext } from "./environment.ts";
import { json, problem } from "./respond.ts";

/** Answers with one page of a list of the 2010 API; `slice` says which rows, undefined for a token that is not ours. */
export function respondFlatPage<T>(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
): Response {
  const query = new URL(c.req.url).searchParams;
  const request = readPageRequest(query);
  if (typeof request === "string") return problem(request);
  const rows = slice(request);
  if (rows === undefined) return problem("invalidParameter", { what: "PageToken" });
  const kept = [...query].filter(([name]) => filters.includes(name));
  return json(200, flatPage(key, rows, request, { path: c.get("target").path, filters: kept }));
}
