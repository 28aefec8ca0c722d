import { calendar, date, month } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { clockTime, dayAfter, daysOf, weekday } from "./local-time.ts";

const newYork = calendar("America/New_York");
const utc = (second: number): string => new Date(second * 1000).toISOString();

test("a clock shows eight in the morning on days of 23, 24 and 25 hours", () => {
  expect(utc(clockTime(newYork, date("2026-03-08"), 480))).toBe("2026-03-08T12:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-03-07"), 480))).toBe("2026-03-07T13:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-11-01"), 480))).toBe("2026-11-01T13:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-11-01"), 30))).toBe("2026-11-01T04:30:00.000Z");
});

test("days follow each other over changes of the clock", () => {
  expect(dayAfter(newYork, date("2026-11-01"))).toBe("2026-11-02");
  expect(dayAfter(newYork, date("2026-03-08"))).toBe("2026-03-09");
});

test("a month of UTC touches the local day before it and not the one after it", () => {
  const days = daysOf(newYork, calendar("UTC").period(month("2026-10")));
  expect([days[0], days.at(-1), days.length]).toEqual(["2026-09-30", "2026-10-31", 32]);
});

test("the day of the week counts from Sunday", () => {
  expect([weekday(date("2026-11-01")), weekday(date("2026-11-02")), weekday(date("2024-02-29"))]).toEqual([0, 1, 4]);
});
