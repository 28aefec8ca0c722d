import { expect, test } from "vitest";
import { dateOf, monthOf, readMoment, startOfDay } from "./calendar.ts";
import { compare } from "./fraction.ts";

const firstInstants = [
  ["UTC", "2025-05-01", "2025-05-01T00:00:00Z", "an ordinary day"],
  ["Asia/Kolkata", "2025-06-01", "2025-05-31T18:30:00Z", "half an hour off"],
  ["America/New_York", "2025-11-03", "2025-11-03T05:00:00Z", "after the clocks went back"],
  ["Asia/Damascus", "2005-04-01", "2005-03-31T22:00:00Z", "no midnight: the end of the gap"],
  ["America/St_Johns", "2009-11-01", "2009-11-01T02:30:00Z", "of two midnights the first"],
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", "a day that was left out begins where it ends"],
] as const;

test.each(firstInstants)("%s %s begins at %s: %s", (zone, date, instant) => {
  expect(compare(startOfDay(zone, date), readMoment(instant))).toBe(0);
});

test("the last tenth of a microsecond before midnight is the day before", () => {
  expect(dateOf("Asia/Tokyo", readMoment("2025-04-30T14:59:59.9999999Z"))).toBe("2025-04-30");
  expect(monthOf("Asia/Tokyo", readMoment("2025-04-30T15:00:00Z"))).toBe("2025-05");
});

test("between two midnights the month has begun", () => {
  expect(monthOf("America/St_Johns", readMoment("2009-11-01T03:00:00Z"))).toBe("2009-11");
});

test("an offset is taken away, to any fraction of a second", () => {
  const moment = readMoment("2025-05-01T05:45:00.25+05:45");
  expect(compare(moment, readMoment("2025-05-01T00:00:00.250Z"))).toBe(0);
});
