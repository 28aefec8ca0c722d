import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { expect, expectTypeOf, test } from "vitest";
import { alike, orders } from "../test/laws.ts";
import {
  type CalendarDate,
  compareMonths,
  date,
  daysIn,
  firstDay,
  lastDay,
  type Month,
  month,
  monthOfDate,
  nextMonth,
  parseDate,
  parseMonth,
  previousMonth,
} from "./index.ts";

const months = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => month(`${String(year).padStart(4, "0")}-${String(at).padStart(2, "0")}`));

test("the months before and after undo each other, and come before and after", () => {
  fc.assert(fc.property(months, (m) => alike([previousMonth(nextMonth(m)), nextMonth(previousMonth(m))], [m, m])));
  fc.assert(
    fc.property(months, (m) => alike([compareMonths(m, nextMonth(m)), compareMonths(m, previousMonth(m))], [-1, 1])),
  );
  orders(months, compareMonths);
});

test("Temporal counts the same days", () => {
  fc.assert(fc.property(months, (m) => alike(daysIn(m), Temporal.PlainYearMonth.from(m).daysInMonth)));
});

test("the first and last day are dates of the month", () => {
  fc.assert(
    fc.property(months, (m) => {
      expect([parseDate(firstDay(m)).ok, parseDate(lastDay(m)).ok]).toEqual([true, true]);
      expect([monthOfDate(firstDay(m)), monthOfDate(lastDay(m))]).toEqual([m, m]);
    }),
  );
});

test.each([
  "",
  "2025",
  "2025-00",
  "2025-13",
  "2025-5",
  "2025-05-01",
  "25-05",
  "0000-01",
  "9999-12",
  " 2025-05",
  "2025-05\n",
])("%j is no month", (text) =>
  expect(parseMonth(text).issues).toMatchObject([{ code: "schema.month", found: text, wanted: "month" }]),
);

test.each([
  "",
  "2025-05",
  "2025-02-29",
  "1900-02-29",
  "2025-04-31",
  "2025-05-00",
  "2025-13-01",
  "2025-00-01",
  "2025/05/01",
  "2025-05-01 ",
  "2025-05-001",
  "2025-5-1",
  "2025-05-01T00:00:00Z",
])("%j is no date", (text) =>
  expect(parseDate(text).issues).toMatchObject([{ code: "schema.date", found: text, wanted: "date" }]),
);

test("leap days exist every fourth year, but for three centuries of four", () => {
  expect(["2024", "2000", "1900", "2100"].map((year) => parseDate(`${year}-02-29`).ok)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("no month comes before the year 0000 or after 9999", () => {
  const twelveTimes = (step: (m: Month) => Month, from: Month) => Array.from({ length: 12 }).reduce<Month>(step, from);
  const [first, last] = [twelveTimes(previousMonth, month("0001-01")), twelveTimes(nextMonth, month("9998-12"))];
  expect([first, last]).toEqual(["0000-01", "9999-12"]);
  expect(() => previousMonth(first)).toThrow("years 0000 to 9999");
  expect(() => nextMonth(last)).toThrow("years 0000 to 9999");
});

test("a month is not just any text, nor a date a month", () => {
  expectTypeOf<string>().not.toExtend<Month>();
  expectTypeOf<CalendarDate>().not.toExtend<Month>();
  expect(() => month("May")).toThrow('Not a month: "May"');
  expect(() => date("2025-02-30")).toThrow('Not a date: "2025-02-30"');
});
