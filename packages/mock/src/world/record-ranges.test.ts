import { date } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { type RangeQuery, recordRanges } from "./record-ranges.ts";

const created = date("2025-11-10");
const today = date("2026-01-20");
const ranges = (query: Partial<RangeQuery>) => {
  const asked = recordRanges({ list: "", created, today, ...query });
  return asked && Array.from({ length: asked.count }, (_, position) => asked.at(position));
};
const day = (text: string) => date(text);

test("without dates a list runs from the account's creation to today", () => {
  expect(ranges({})).toEqual([{ start: created, end: today }]);
  expect(ranges({ list: "AllTime" })).toEqual([{ start: created, end: today }]);
  expect(ranges({ list: "Daily" })?.length).toBe(72);
});

test("the named days and months take no notice of dates", () => {
  const asked = { start: day("2025-12-01"), end: day("2025-11-01") };
  expect(ranges({ list: "Today", ...asked })).toEqual([{ start: today, end: today }]);
  expect(ranges({ list: "Yesterday", ...asked })).toEqual([{ start: "2026-01-19", end: "2026-01-19" }]);
  expect(ranges({ list: "ThisMonth", ...asked })).toEqual([{ start: "2026-01-01", end: today }]);
  expect(ranges({ list: "LastMonth", ...asked })).toEqual([{ start: "2025-12-01", end: "2025-12-31" }]);
});

test("months and years come newest first, cut to the days that were asked for", () => {
  expect(ranges({ list: "Monthly" })).toEqual([
    { start: "2026-01-01", end: today },
    { start: "2025-12-01", end: "2025-12-31" },
    { start: created, end: "2025-11-30" },
  ]);
  expect(ranges({ list: "Yearly" })).toEqual([
    { start: "2026-01-01", end: today },
    { start: created, end: "2025-12-31" },
  ]);
});

test("an end before the start, and a range before the account, are no resource", () => {
  expect(ranges({ start: day("2026-01-02"), end: day("2026-01-01") })).toBeUndefined();
  expect(ranges({ start: day("2024-01-01"), end: day("2024-12-31") })).toBeUndefined();
});

test("a future end adds no rows, a future start has none, an early start is the creation", () => {
  expect(ranges({ end: day("2026-02-19") })).toEqual([{ start: created, end: today }]);
  expect(ranges({ start: day("2026-02-19") })).toEqual([]);
  expect(ranges({ start: day("2020-01-01") })).toEqual([{ start: created, end: today }]);
});
