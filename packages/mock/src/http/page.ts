import { flatPage, metaPage, type PageRequest, type PageSlice, readPageRequest } from "@flexbill/twilio";
import type { MockContext } from "./environment.ts";
import { baseOf } from "./logical-host.ts";
import { json, problem } from "./respond.ts";

/** Answers with one page of a list of the 2010 API; `slice` says which rows, undefined for a token that is not ours. */
export function respondFlatPage<T>(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
): Response {
  return respondPage(c, filters, slice, (rows, request, kept) =>
    flatPage(key, rows, request, { path: c.get("target").path, filters: kept }),
  );
}

/** Answers with one page of a list of the product APIs, whose addresses are absolute. */
export function respondMetaPage<T>(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
): Response {
  return respondPage(c, filters, slice, (rows, request, kept) =>
    metaPage(key, rows, request, { path: baseOf(c.req.raw) + c.get("target").path, filters: kept }),
  );
}

function respondPage<T>(
  c: MockContext,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
  page: (rows: PageSlice<T>, request: PageRequest, kept: readonly (readonly [string, string])[]) => object,
): Response {
  const query = new URL(c.req.url).searchParams;
  const request = readPageRequest(query);
  if (typeof request === "string") return problem(request);
  const rows = slice(request);
  if (rows === undefined) return problem("invalidParameter", { what: "PageToken" });
  return json(
    200,
    page(
      rows,
      request,
      [...query].filter(([name]) => filters.includes(name)),
    ),
  );
}
