import { calendar, formatInstant, instant, month } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { stretchesOf } from "./stretches.ts";

const may = calendar("UTC").period(month("2025-05"));

test("a finished month in UTC has a whole stretch a day, and the last one closes it", () => {
  const stretches = stretchesOf(may, instant("2025-07-01T00:00:00Z"));
  expect(stretches.length).toBe(31);
  expect(stretches.every(({ whole }) => whole)).toBe(true);
  expect(stretches.filter(({ closes }) => closes).map(({ date }) => date)).toEqual(["2025-05-31"]);
});

test("the day that is not over ends at the moment up to which usage is known", () => {
  const stretches = stretchesOf(may, instant("2025-05-02T10:30:00Z"));
  expect(stretches.map(({ date, until, whole }) => [date, formatInstant(until), whole])).toEqual([
    ["2025-05-01", "2025-05-02T00:00:00Z", true],
    ["2025-05-02", "2025-05-02T10:30:00Z", false],
  ]);
  expect(stretchesOf(may, may.start)).toEqual([]);
});

test("a month of another zone begins and ends inside a GMT day", () => {
  const stretches = stretchesOf(calendar("Asia/Tokyo").period(month("2025-05")), instant("2025-07-01T00:00:00Z"));
  expect(stretches[0]).toMatchObject({ date: "2025-04-30", until: instant("2025-05-01T00:00:00Z") });
  expect(stretches.at(-1)).toMatchObject({ date: "2025-05-31", until: instant("2025-05-31T15:00:00Z"), closes: true });
});
