import type { Answer } from "./door.ts";
import { valueAt } from "./places.ts";

interface Page {
  readonly rows: readonly unknown[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly self: string;
}

/** A page of either style, its addresses whole. */
function pageOf(body: unknown, listKey: string, origin: string): Page {
  const meta = valueAt(body, "meta");
  const whole = (uri: unknown) => (typeof uri === "string" ? new URL(uri, origin).href : null);
  const link = (name: string) =>
    whole(meta === undefined ? valueAt(body, `${name}_uri`) : valueAt(meta, `${name}_url`));
  const self = whole(meta === undefined ? valueAt(body, "uri") : valueAt(meta, "url")) ?? "";
  const rows = valueAt(body, listKey) as readonly unknown[];
  return { rows, next: link("next_page"), previous: link("previous_page"), self };
}

const pagingNames = ["Page", "PageSize", "PageToken"];

function filtersOf(url: string): string {
  return [...new URL(url).searchParams].filter(([name]) => !pagingNames.includes(name)).join("&");
}

/** Goes through a list page by page to its end and back; tells what is wrong with the way, and gives every page. */
export async function walk(
  first: string,
  listKey: string,
  size: number,
  get: (url: string) => Promise<Answer>,
): Promise<{ readonly wrong: readonly string[]; readonly pages: readonly unknown[] }> {
  const wrong: string[] = [];
  const pages: unknown[] = [];
  const rows: unknown[] = [];
  const { origin } = new URL(first);
  let page: Page | undefined;
  for (let url: string | null = first; url !== null && pages.length < 1_000; url = page.next) {
    const body: unknown = JSON.parse((await get(url)).text);
    page = pageOf(body, listKey, origin);
    if (filtersOf(page.self) !== filtersOf(first)) wrong.push(`Filters are lost in ${page.self}`);
    if (page.rows.length > size) wrong.push(`${page.rows.length} rows in a page of ${size}`);
    if (page.next !== null && page.rows.length < size) wrong.push(`${page.rows.length} rows before the end`);
    pages.push(body);
    rows.push(...page.rows);
  }
  const distinct = new Set(rows.map((row) => String(valueAt(row, "sid") ?? valueAt(row, "uri"))));
  if (distinct.size !== rows.length) wrong.push(`${rows.length - distinct.size} rows are given twice`);
  const back = page?.previous === null || page === undefined ? undefined : await get(page.previous);
  const before = back && pageOf(JSON.parse(back.text), listKey, origin).rows;
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(pageOf(pages.at(-2), listKey, origin).rows))
    wrong.push("The page before the last is another on the way back");
  if (pages.length > 1 !== (before !== undefined)) wrong.push("The last page does not lead back");
  return { wrong, pages };
}
