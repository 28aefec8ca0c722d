import { fc, test as property } from "@fast-check/vitest";
import { date } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, readDateFilter } from "./date-filter.ts";

const today = date("2026-03-31");

test("a filter is a date or a distance from today", () => {
  const read = (text: string) => readDateFilter(text, today);
  expect(read("2026-01-02")).toBe("2026-01-02");
  expect(read("-30days")).toBe("2026-03-01");
  expect(read("+30days")).toBe("2026-04-30");
  expect(read(" 1day")).toBe("2026-04-01");
  expect(read("-1month")).toBe("2026-02-28");
  expect(read("-2years")).toBe("2024-03-31");
  expect(read("-1")).toBe("2026-03-30");
});

test("what is neither is no date", () => {
  for (const text of ["yesterday", "2026-02-30", "2026-1-2", "20260102T", "-30 days", "--1", "1e3days", ""]) {
    expect(readDateFilter(text, today)).toBeUndefined();
  }
});

test("a month later is the same day, clamped to the end of a short month", () => {
  expect(addMonths(date("2024-01-31"), 1)).toBe("2024-02-29");
  expect(addMonths(date("2024-12-15"), 1)).toBe("2025-01-15");
});

property.prop([fc.integer({ min: -40_000, max: 40_000 })])("days added can be taken away again", (days) => {
  expect(addDays(addDays(today, days), -days)).toBe(today);
  expect(daysBetween(today, addDays(today, days)).length).toBe(Math.max(0, days + 1));
});
