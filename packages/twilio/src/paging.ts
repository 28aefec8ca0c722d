import type { ErrorName } from "./errors.ts";

/** What a client asked of a list: which page, how many rows, and the token that carries the position. */
export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly token?: string;
}

/** The rows of one page with the tokens of its neighbours; null where there is none. */
export interface PageSlice<T> {
  readonly items: readonly T[];
  readonly start: number;
  readonly next: string | null;
  readonly previous: string | null;
}

const defaultPageSize = 50;
const largestPageSize = 1000;

/**
 * Reads `PageSize`, `Page` and `PageToken`. A size over 1000 is clamped; a page beyond the first needs a token.
 *
 * @example
 * ```ts
 * readPageRequest(new URLSearchParams("PageSize=2000")); // { page: 0, pageSize: 1000 }
 * readPageRequest(new URLSearchParams("Page=1")); // "missingPageToken"
 * ```
 */
export function readPageRequest(query: URLSearchParams): PageRequest | ErrorName {
  const page = wholeNumber(query.get("Page")) ?? 0;
  const pageSize = Math.min(largestPageSize, Math.max(1, wholeNumber(query.get("PageSize")) ?? defaultPageSize));
  const token = query.get("PageToken");
  if (token !== null && token !== "") return { page, pageSize, token };
  return page > 0 ? "missingPageToken" : { page, pageSize };
}

/**
 * A page of a list whose rows are known by position and do not move (Usage Records). Undefined: the token is not ours.
 *
 * @param rowsAt makes the rows of positions `from` up to, not including, `to`
 */
export function sliceByOffset<T>(
  total: number,
  request: PageRequest,
  rowsAt: (from: number, to: number) => readonly T[],
): PageSlice<T> | undefined {
  const start = request.token === undefined ? 0 : offsetOfToken(request.token);
  if (start === undefined || start > total) return undefined;
  const end = Math.min(total, start + request.pageSize);
  return {
    items: rowsAt(start, end),
    start,
    next: end < total ? tokenOfOffset(end) : null,
    previous: start > 0 ? tokenOfOffset(Math.max(0, start - request.pageSize)) : null,
  };
}

/** A page of a list whose rows come and go: the token names the row it continues from, so none is given twice. */
export function sliceBySid<T>(
  rows: readonly T[],
  request: PageRequest,
  sidOf: (row: T) => string,
): PageSlice<T> | undefined {
  const start = request.token === undefined ? 0 : startOfToken(rows, request, sidOf);
  if (start === undefined) return undefined;
  const end = Math.min(rows.length, start + request.pageSize);
  const [first, last] = [rows[start], rows[end - 1]];
  return {
    items: rows.slice(start, end),
    start: request.page * request.pageSize,
    next: end < rows.length && last !== undefined ? `PA${sidOf(last)}` : null,
    previous: start > 0 && first !== undefined ? `PB${sidOf(first)}` : null,
  };
}

function startOfToken<T>(
  rows: readonly T[],
  { token = "", pageSize }: PageRequest,
  sidOf: (row: T) => string,
): number | undefined {
  const position = rows.findIndex((row) => sidOf(row) === token.slice(2));
  if (position < 0) return undefined;
  if (token.startsWith("PA")) return position + 1;
  return token.startsWith("PB") ? Math.max(0, position - pageSize) : undefined;
}

function tokenOfOffset(offset: number): string {
  return `AP${btoa(String(offset))}`;
}

function offsetOfToken(token: string): number | undefined {
  if (!/^AP[A-Za-z0-9+/]+=*$/.test(token)) return undefined;
  try {
    return wholeNumber(atob(token.slice(2)));
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
