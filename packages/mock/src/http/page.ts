import { flatPage, flatPageText, metaPage, type PageRequest, type PageSlice, readPageRequest } from "@flexbill/twilio";
import type { MockContext } from "./environment.ts";
import { baseOf } from "./logical-host.ts";
import { json, jsonText, problem } from "./respond.ts";

/** Answers with one page of a list of the 2010 API; `slice` says which rows, undefined for a token that is not ours. */
export function respondFlatPage<T>(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
): Response {
  return respondPage(c, filters, slice, (rows, request, kept) =>
    json(200, flatPage(key, rows, request, { path: c.get("target").path, filters: kept })),
  );
}

/** The same of rows that are JSON texts. */
export function respondFlatTexts(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<string> | undefined,
): Response {
  const page: Page<string> = (rows, request, kept) =>
    jsonText(200, flatPageText(key, rows, request, { path: c.get("target").path, filters: kept }));
  return respondPage(c, filters, slice, page);
}

/** Answers with one page of a list of the product APIs, whose addresses are absolute. */
export function respondMetaPage<T>(
  c: MockContext,
  key: string,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
): Response {
  return respondPage(c, filters, slice, (rows, request, kept) =>
    json(200, metaPage(key, rows, request, { path: baseOf(c.req.raw) + c.get("target").path, filters: kept })),
  );
}

type Page<T> = (rows: PageSlice<T>, request: PageRequest, kept: readonly (readonly [string, string])[]) => Response;

function respondPage<T>(
  c: MockContext,
  filters: readonly string[],
  slice: (request: PageRequest) => PageSlice<T> | undefined,
  page: Page<T>,
): Response {
  const query = new URL(c.req.url).searchParams;
  const request = readPageRequest(query);
  if (typeof request === "string") return problem(request);
  const rows = slice(request);
  if (rows === undefined) return problem("invalidParameter", { what: "PageToken" });
  return page(
    rows,
    request,
    [...query].filter(([name]) => filters.includes(name)),
  );
}
