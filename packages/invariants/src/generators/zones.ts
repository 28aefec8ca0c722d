import fc from "fast-check";
import zones from "../../data/zones.json" with { type: "json" };
import { daysIn, daysLater, firstDayOf, monthsLater, startOfDay } from "../plain-rater/calendar.ts";
import { floorOf } from "../plain-rater/fraction.ts";

/** A month as one zone has it: its first instant and the first of the next month. */
export interface ZonedMonth {
  readonly timeZone: string;
  readonly month: string;
  readonly start: string;
  readonly end: string;
}

/** A day on which the clocks change, with its first instant, the next day's, and the minutes between. */
export interface ChangingDay extends ZonedMonth {
  readonly minutes: string;
}

type Named = readonly [timeZone: string, month: string];

/** Months at whose edges the clocks change, or whose edges are no whole hours away from UTC's. */
const boundaryMonths: readonly Named[] = [
  ["UTC", "2025-05"],
  ["UTC", "2028-02"],
  ["Asia/Tokyo", "2025-05"],
  ["America/New_York", "2025-05"],
  ["Asia/Kolkata", "2025-05"],
  ["Asia/Kathmandu", "2025-09"],
  ["Australia/Adelaide", "2025-10"],
  ["Pacific/Chatham", "2025-09"],
  ["Pacific/Kiritimati", "2026-01"],
  // No midnight: the month begins at the end of the gap, and the month before ends there.
  ["Asia/Damascus", "2005-04"],
  ["Asia/Damascus", "2005-03"],
  // Two first midnights.
  ["America/St_Johns", "2009-11"],
  // The last but one day of the month was left out.
  ["Pacific/Apia", "2011-12"],
];

/** Hours more, hours less, half an hour, two hours; a first midnight that comes twice, and one that does not come. */
const boundaryDays: readonly (readonly [timeZone: string, date: string])[] = [
  ["America/New_York", "2026-03-08"],
  ["Europe/London", "2025-03-30"],
  ["Asia/Damascus", "2005-04-01"],
  ["America/New_York", "2025-11-02"],
  ["America/St_Johns", "2009-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Antarctica/Troll", "2025-10-26"],
];

/** Months of 2025 in any zone of the time zone database, those at the boundaries first. */
export const monthsOfAnyZone: fc.Arbitrary<ZonedMonth> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...boundaryMonths) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...zones), fc.constantFrom("2025-04", "2025-10")) },
  )
  .map(([timeZone, month]) => zonedMonth(timeZone, month));

/** Days on which the clocks of a zone change: in 2025 of any zone, those at the boundaries first. */
export const changingDays: fc.Arbitrary<ChangingDay> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...boundaryDays) },
    { weight: 1, arbitrary: fc.nat({ max: 9_999 }).map((place) => pickFrom(changesOf2025(), place)) },
  )
  .map(([timeZone, date]) => changingDay(timeZone, date));

/** The edges of a month in a zone. */
export function zonedMonth(timeZone: string, month: string): ZonedMonth {
  const start = firstInstantOf(timeZone, firstDayOf(month));
  return { timeZone, month, start, end: firstInstantOf(timeZone, firstDayOf(monthsLater(month, 1))) };
}

function changingDay(timeZone: string, date: string): ChangingDay {
  const [start, end] = [date, daysLater(date, 1)].map((day) => firstInstantOf(timeZone, day)) as [string, string];
  const minutes = `${(Date.parse(end) - Date.parse(start)) / 60_000}`;
  return { timeZone, month: date.slice(0, 7), start, end, minutes };
}

function firstInstantOf(timeZone: string, date: string): string {
  return new Date(Number(floorOf(startOfDay(timeZone, date))) * 1000).toISOString();
}

let changes: readonly (readonly [timeZone: string, date: string])[] | undefined;

/** Looked for once, when the first is drawn. */
function changesOf2025() {
  changes ??= zones.flatMap((timeZone) => {
    const clock = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    const offsetAt = (date: string, time = "00:00") => {
      const parts = clock.formatToParts(Date.parse(`${date}T${time}Z`));
      return parts.find(({ type }) => type === "timeZoneName")?.value;
    };
    const months = Array.from({ length: 12 }, (_, index) => monthsLater("2025-01", index));
    const changing = months.filter(
      (month) => offsetAt(firstDayOf(month)) !== offsetAt(firstDayOf(monthsLater(month, 1))),
    );
    const days = changing.flatMap((month) =>
      Array.from({ length: daysIn(month) }, (_, index) => daysLater(firstDayOf(month), index)),
    );
    // What changes between two noons of UTC may be of either day: the length of each says of which.
    const near = days.filter((date) => offsetAt(date, "12:00") !== offsetAt(daysLater(date, 1), "12:00"));
    const either = near.flatMap((date) => [date, daysLater(date, 1)]);
    return either.filter((date) => changingDay(timeZone, date).minutes !== "1440").map((date) => [timeZone, date]);
  }) as (readonly [string, string])[];
  return changes;
}

function pickFrom<Value>(values: readonly Value[], place: number): Value {
  return values[place % values.length] as Value;
}
