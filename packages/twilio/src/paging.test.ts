import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { flatPage, metaPage } from "./page-envelope.ts";
import { type PageRequest, readPageRequest, sliceByOffset, sliceBySid } from "./paging.ts";

const path = "/2010-04-01/Accounts/AC1/Usage/Records.json";
const filters = [["Category", "sms"]] as const;

function requestOf(address: string): PageRequest {
  const request = readPageRequest(new URL(address, "https://api.twilio.com").searchParams);
  if (typeof request === "string") throw new Error(request);
  return request;
}

property.prop([fc.nat(300), fc.integer({ min: 1, max: 60 })])(
  "following next_page_uri gives every row once, in order, and ends",
  (total, pageSize) => {
    const rows = Array.from({ length: total }, (_, index) => index);
    const seen: number[] = [];
    let address: string | null = `${path}?PageSize=${pageSize}`;
    while (address !== null) {
      const request = requestOf(address);
      const slice = sliceByOffset(total, request, (from, to) => rows.slice(from, to));
      if (slice === undefined) throw new Error("a token of our own was refused");
      seen.push(...slice.items);
      address = flatPage("usage_records", slice, request, { path, filters }).next_page_uri;
    }
    expect(seen).toEqual(rows);
  },
);

test("a later page keeps the filters and counts its positions from zero", () => {
  const request = requestOf(`${path}?PageSize=2`);
  const slice = sliceByOffset(5, request, (from, to) => ["a", "b", "c", "d", "e"].slice(from, to));
  const page = flatPage("usage_records", slice!, request, { path, filters });
  expect(page.next_page_uri).toMatch(/\?Category=sms&PageSize=2&Page=1&PageToken=AP/);
  expect([page.start, page.end]).toEqual([0, 1]);
  const second = requestOf(page.next_page_uri ?? "");
  const next = sliceByOffset(5, second, (from, to) => ["a", "b", "c", "d", "e"].slice(from, to));
  const nextPage = flatPage("usage_records", next!, second, { path, filters });
  expect(nextPage["usage_records"]).toEqual(["c", "d"]);
  expect([nextPage.start, nextPage.end]).toEqual([2, 3]);
  expect(nextPage.previous_page_uri).toMatch(/PageSize=2&Page=0&PageToken=AP/);
});

test("an empty list starts and ends at zero and has no neighbours", () => {
  const request = requestOf(path);
  const page = flatPage("usage_records", sliceByOffset(0, request, () => [])!, request, { path, filters: [] });
  expect(page).toMatchObject({ start: 0, end: 0, next_page_uri: null, previous_page_uri: null, page_size: 50 });
});

test("a page beyond the first without a token is refused, a huge page size is clamped", () => {
  expect(readPageRequest(new URLSearchParams("Page=1"))).toBe("missingPageToken");
  expect(readPageRequest(new URLSearchParams("PageSize=2000"))).toEqual({ page: 0, pageSize: 1000 });
  expect(readPageRequest(new URLSearchParams("PageSize=0"))).toEqual({ page: 0, pageSize: 1 });
  expect(readPageRequest(new URLSearchParams("PageSize=many"))).toEqual({ page: 0, pageSize: 50 });
});

test("a token that was not given out has no page", () => {
  for (const token of ["APzz!!", "AP", "PT1", "APLTE=", "APOTk5"]) {
    expect(sliceByOffset(10, { page: 1, pageSize: 5, token }, () => [])).toBeUndefined();
  }
  expect(sliceBySid(["CA1"], { page: 1, pageSize: 5, token: "PACA2" }, (row) => row)).toBeUndefined();
  expect(sliceBySid(["CA1"], { page: 1, pageSize: 5, token: "PXCA1" }, (row) => row)).toBeUndefined();
});

test("rows that arrive between two pages are not given twice", () => {
  const first = sliceBySid(["CA3", "CA2", "CA1"], { page: 0, pageSize: 2 }, (row) => row);
  expect(first).toMatchObject({ items: ["CA3", "CA2"], next: "PACA2", previous: null });
  const second = sliceBySid(
    ["CA5", "CA4", "CA3", "CA2", "CA1"],
    { page: 1, pageSize: 2, token: "PACA2" },
    (row) => row,
  );
  expect(second).toMatchObject({ items: ["CA1"], next: null, previous: "PBCA1" });
});

test("the product style names the collection in meta and uses absolute addresses", () => {
  const request: PageRequest = { page: 0, pageSize: 1 };
  const slice = sliceBySid(["WK2", "WK1"], request, (row) => row)!;
  const page = metaPage("workers", slice, request, { path: "https://taskrouter.twilio.com/v1/W", filters: [] });
  expect(page.meta.key).toBe("workers");
  expect(page.meta.next_page_url).toBe("https://taskrouter.twilio.com/v1/W?PageSize=1&Page=1&PageToken=PAWK2");
  expect(page["workers"]).toEqual(["WK2"]);
});
