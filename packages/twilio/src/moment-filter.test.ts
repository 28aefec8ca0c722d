import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { readMomentFilter } from "./moment-filter.ts";

const passes = (query: string, at: string) => readMomentFilter(new URLSearchParams(query), "StartTime")?.(instant(at));

test("a bare date means that GMT day", () => {
  expect(passes("StartTime=2019-06-11", "2019-06-11T23:59:59Z")).toBe(true);
  expect(passes("StartTime=2019-06-11", "2019-06-12T00:00:00Z")).toBe(false);
});

test("before is strict, after includes its own moment", () => {
  expect(passes("StartTime%3C=2019-06-11", "2019-06-11T00:00:00Z")).toBe(false);
  expect(passes("StartTime%3C=2019-06-11", "2019-06-10T23:59:59Z")).toBe(true);
  expect(passes("StartTime%3E=2019-06-11", "2019-06-11T00:00:00Z")).toBe(true);
  expect(passes("StartTime%3E=2019-06-01&StartTime%3C=2019-07-01", "2019-07-02T00:00:00Z")).toBe(false);
});

test("times come with and without an offset, month first, and as mail writes them", () => {
  expect(passes("StartTime%3E=2019-06-11 22:05:25.000", "2019-06-11T22:05:25Z")).toBe(true);
  expect(passes("StartTime%3E=2019-06-11T22:05:25%2B01:00", "2019-06-11T21:05:25Z")).toBe(true);
  expect(passes("StartTime%3E=06/11/2019 22:05:25 MST", "2019-06-12T05:05:24Z")).toBe(false);
  expect(passes("StartTime%3E=06/11/2019 22:05:25 MST", "2019-06-12T05:05:25Z")).toBe(true);
  expect(passes("StartTime%3E=Wed, 19 Jun 2019 22:04:00 -0000", "2019-06-19T22:04:00Z")).toBe(true);
  expect(passes("StartTime%3E=19 Jun 2019 22:04:00 %2B0100", "2019-06-19T21:03:59Z")).toBe(false);
  expect(readMomentFilter(new URLSearchParams("StartTime=19 Foo 2019 22:04:00 GMT"), "StartTime")).toBeUndefined();
});

test("without a filter everything passes, and what is no time has no filter", () => {
  expect(passes("", "2019-06-11T00:00:00Z")).toBe(true);
  expect(readMomentFilter(new URLSearchParams("StartTime=soon"), "StartTime")).toBeUndefined();
});
