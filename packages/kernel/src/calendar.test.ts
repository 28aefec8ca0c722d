import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, test } from "vitest";
import { alike } from "../test/laws.ts";
import {
  calendar,
  contains,
  type Decimal,
  date,
  decimal,
  divide,
  epochMilliseconds,
  formatExact,
  formatInstant,
  fromEpochMilliseconds,
  instant,
  isTimeZone,
  type Month,
  month,
  nextMonth,
  secondsBetween,
  secondsOf,
} from "./index.ts";

const zones = [
  "UTC",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Asia/Beirut",
  "Asia/Manila",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "America/New_York",
  "America/Sao_Paulo",
  "America/Havana",
  "America/St_Johns",
  "America/Juneau",
  "Antarctica/Troll",
  "Australia/Lord_Howe",
  "Europe/London",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
] as const;

const hour: Decimal = decimal(3600);

function hoursOf(timeZone: string, day: string, next: string): string {
  const { startOf } = calendar(timeZone);
  return formatExact(divide(secondsBetween(startOf(date(day)), startOf(date(next))), hour));
}

const days = fc
  .integer({ min: 0, max: 366 * 240 })
  .map((count) => Temporal.PlainDate.from("1840-01-01").add({ days: count }).toString());

describe.each(zones)("in %s", (timeZone) => {
  const { monthOf, dateOf, period, startOf } = calendar(timeZone);

  test("months begin where Temporal says, from 1840 to 2039", () => {
    for (let m = month("1840-01"); m < "2040-01"; m = nextMonth(m)) {
      const theirs = Temporal.PlainDate.from(`${m}-01`).toZonedDateTime(timeZone).epochMilliseconds;
      if (epochMilliseconds(period(m).start) !== theirs) expect(`${m} ${period(m).start}`).toBe(`${m} ${theirs}`);
    }
  });

  test("days begin where Temporal says", () => {
    fc.assert(
      fc.property(days, (day) => {
        const theirs = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
        expect(epochMilliseconds(startOf(date(day)))).toBe(theirs);
      }),
    );
  });

  test("months follow one another without a gap, and each holds the instants that name it", () => {
    const moments = fc
      .integer({ min: -4_000_000_000, max: 4_000_000_000 })
      .map((at) => fromEpochMilliseconds(at * 1000));
    fc.assert(
      fc.property(moments, (moment) => {
        const m = monthOf(moment);
        expect(contains(period(m), moment)).toBe(true);
        expect(period(m).end).toEqual(period(nextMonth(m)).start);
        expect(dateOf(moment).slice(0, 7)).toBe(m);
        expect(startOf(dateOf(moment))).toSatisfy((start) => start <= moment);
      }),
    );
  });

  test("a month's first instant is in it, and the millisecond before is not", () => {
    for (let m = month("2009-12"); m < "2031-01"; m = nextMonth(m)) {
      const start = epochMilliseconds(period(m).start);
      alike([monthOf(fromEpochMilliseconds(start)), nextMonth(monthOf(fromEpochMilliseconds(start - 1)))], [m, m]);
    }
  });
});

test("days have 23, 25, 23.5 or 24.5 hours where the clocks change", () => {
  expect(hoursOf("America/New_York", "2025-03-09", "2025-03-10")).toBe("23");
  expect(hoursOf("America/New_York", "2025-11-02", "2025-11-03")).toBe("25");
  expect(hoursOf("Australia/Lord_Howe", "2025-10-05", "2025-10-06")).toBe("23.5");
  expect(hoursOf("Australia/Lord_Howe", "2025-04-06", "2025-04-07")).toBe("24.5");
});

test("a day without a midnight begins at the end of the gap", () => {
  expect(formatInstant(calendar("America/Sao_Paulo").startOf(date("2018-11-04")))).toBe("2018-11-04T03:00:00Z");
  expect(formatInstant(calendar("Asia/Beirut").startOf(date("2021-03-28")))).toBe("2021-03-27T22:00:00Z");
  expect(calendar("America/Sao_Paulo").dateOf(instant("2018-11-04T02:59:59.999Z"))).toBe("2018-11-03");
});

test("of two midnights the first begins the day", () => {
  const { startOf, dateOf } = calendar("America/St_Johns");
  expect(formatInstant(startOf(date("2010-11-07")))).toBe("2010-11-07T02:30:00Z");
  expect(dateOf(instant("2010-11-07T02:45:00Z"))).toBe("2010-11-07");
  expect(formatInstant(calendar("America/Havana").startOf(date("2024-11-03")))).toBe("2024-11-03T04:00:00Z");
});

test("a day that the date line took is empty", () => {
  const { startOf, dateOf } = calendar("Pacific/Apia");
  expect(startOf(date("2011-12-30"))).toEqual(startOf(date("2011-12-31")));
  expect(dateOf(instant("2011-12-30T09:59:59Z"))).toBe("2011-12-29");
  expect(dateOf(instant("2011-12-30T10:00:00Z"))).toBe("2011-12-31");
  expect(formatExact(divide(secondsOf(calendar("Pacific/Apia").period(month("2011-12"))), hour))).toBe(String(30 * 24));
});

test("old local times count to the second", () => {
  expect(formatInstant(calendar("America/New_York").period(month("1880-01")).start)).toBe("1880-01-01T04:56:02Z");
});

test("an instant finer than a millisecond lies in the month of its millisecond", () => {
  expect(calendar("UTC").monthOf(instant("2025-04-30T23:59:59.9999999Z"))).toBe("2025-04");
});

test("the last and the first instant there is have a month in every zone", () => {
  for (const zone of ["Asia/Tokyo", "America/New_York"]) {
    expect(calendar(zone).monthOf(instant("9999-12-31T23:59:59.999Z"))).toBe("9999-12");
    expect(calendar(zone).dateOf(instant("0000-01-01T00:00:00Z"))).toBe("0000-01-01");
  }
});

test("a month that outlasts the last instant ends with it", () => {
  const last = Array.from({ length: 12 }).reduce<Month>((m) => nextMonth(m), month("9998-12"));
  expect(formatInstant(calendar("America/New_York").period(last).end)).toBe("9999-12-31T23:59:59.999Z");
  expect(formatInstant(calendar("Asia/Tokyo").period(last).end)).toBe("9999-12-31T15:00:00Z");
});

test.each(["", "Mars/Olympus", "+09:00", "-05", "UTC+9", "../UTC", "Asia/Tokyo "])("%j is no time zone", (name) => {
  expect(isTimeZone(name)).toBe(false);
  expect(() => calendar(name)).toThrow(`Not a time zone: "${name}"`);
});

test("a time zone is one, however often it is asked for", () => {
  expect([isTimeZone("Asia/Tokyo"), isTimeZone("Asia/Tokyo")]).toEqual([true, true]);
});

test("a calendar is made once", () => expect(calendar("Asia/Tokyo")).toBe(calendar("Asia/Tokyo")));
