import { calendar, date } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { clockTime, dayAfter, dayBefore, dayNumber, monthNumber, weekday } from "./local-time.ts";

const newYork = calendar("America/New_York");
const utc = (at: number): string => new Date(at).toISOString();

test("a clock shows eight in the morning on days of 23, 24 and 25 hours", () => {
  expect(utc(clockTime(newYork, date("2026-03-08"), 480))).toBe("2026-03-08T12:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-03-07"), 480))).toBe("2026-03-07T13:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-11-01"), 480))).toBe("2026-11-01T13:00:00.000Z");
  expect(utc(clockTime(newYork, date("2026-11-01"), 30))).toBe("2026-11-01T04:30:00.000Z");
});

test("days follow each other over changes of the clock, both ways", () => {
  expect(dayAfter(newYork, date("2026-11-01"))).toBe("2026-11-02");
  expect(dayAfter(newYork, date("2026-03-08"))).toBe("2026-03-09");
  expect(dayBefore(newYork, date("2026-11-02"))).toBe("2026-11-01");
  expect(dayBefore(newYork, date("2026-03-09"))).toBe("2026-03-08");
});

test("the day of the week counts from Sunday, days from 1970 and months from year 0", () => {
  expect([weekday(date("2026-11-01")), weekday(date("2026-11-02")), weekday(date("2024-02-29"))]).toEqual([0, 1, 4]);
  expect([weekday(date("1969-12-31")), dayNumber(date("1970-01-02"))]).toEqual([3, 1]);
  expect(monthNumber(date("2026-11-30"))).toBe(2026 * 12 + 10);
});
