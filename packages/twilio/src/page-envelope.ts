import type { PageRequest, PageSlice } from "./paging.ts";

/** Where a list lives: its path, and the filters to carry along, as name and value. */
export interface ListAddress {
  readonly path: string;
  readonly filters: readonly (readonly [string, string])[];
}

/** A page of the 2010 API: paging keys flat on the payload, addresses relative to the host. */
export interface FlatPage {
  readonly [key: string]: unknown;
  readonly first_page_uri: string;
  readonly next_page_uri: string | null;
  readonly previous_page_uri: string | null;
  readonly uri: string;
  readonly page: number;
  readonly page_size: number;
  readonly start: number;
  readonly end: number;
}

/** A page of the product APIs: paging under `meta`, addresses absolute. */
export interface MetaPage {
  readonly [key: string]: unknown;
  readonly meta: {
    readonly page: number;
    readonly page_size: number;
    readonly first_page_url: string;
    readonly previous_page_url: string | null;
    readonly url: string;
    readonly next_page_url: string | null;
    readonly key: string;
  };
}

interface PageLinks {
  readonly first: string;
  readonly self: string;
  readonly next: string | null;
  readonly previous: string | null;
}

/**
 * A list as the 2010 API shows it. Every filter is in every address, since clients do not send filters again.
 *
 * @param key the name of the collection, such as `usage_records`
 */
export function flatPage<T>(key: string, slice: PageSlice<T>, request: PageRequest, address: ListAddress): FlatPage {
  const links = pageLinks(slice, request, address);
  return {
    first_page_uri: links.first,
    end: slice.items.length === 0 ? slice.start : slice.start + slice.items.length - 1,
    previous_page_uri: links.previous,
    [key]: slice.items,
    uri: links.self,
    page_size: request.pageSize,
    start: slice.start,
    next_page_uri: links.next,
    page: request.page,
  };
}

/**
 * The JSON text of a page of the 2010 API whose rows are texts already, the same that `JSON.stringify` makes of the page.
 *
 * @param key the name of the collection, such as `usage_records`
 */
export function flatPageText(
  key: string,
  slice: PageSlice<string>,
  request: PageRequest,
  address: ListAddress,
): string {
  const page: FlatPage = { ...flatPage(key, slice, request, address), [key]: [] };
  const text = JSON.stringify(page);
  const opening = `${JSON.stringify(key)}:[`;
  const at = text.indexOf(`${opening}]`) + opening.length;
  return text.slice(0, at) + slice.items.join(",") + text.slice(at);
}

/** A list as the product APIs show it; `path` of the address is absolute. */
export function metaPage<T>(key: string, slice: PageSlice<T>, request: PageRequest, address: ListAddress): MetaPage {
  const links = pageLinks(slice, request, address);
  return {
    meta: {
      page: request.page,
      page_size: request.pageSize,
      first_page_url: links.first,
      previous_page_url: links.previous,
      url: links.self,
      next_page_url: links.next,
      key,
    },
    [key]: slice.items,
  };
}

function pageLinks<T>(slice: PageSlice<T>, request: PageRequest, address: ListAddress): PageLinks {
  const at = (page: number, token?: string) => pageUri(address, request.pageSize, page, token);
  return {
    first: at(0),
    self: at(request.page, request.token),
    next: slice.next === null ? null : at(request.page + 1, slice.next),
    previous: slice.previous === null ? null : at(Math.max(0, request.page - 1), slice.previous),
  };
}

function pageUri({ path, filters }: ListAddress, pageSize: number, page: number, token?: string): string {
  const query = new URLSearchParams(filters.map(([name, value]): [string, string] => [name, value]));
  query.append("PageSize", String(pageSize));
  query.append("Page", String(page));
  if (token !== undefined) query.append("PageToken", token);
  return `${path}?${query}`;
}
