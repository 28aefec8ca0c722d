import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { expect, test } from "vitest";
import { instants } from "../test/arbitraries.ts";
import { alike, orders, roundTrips } from "../test/laws.ts";
import {
  add,
  addSeconds,
  compareInstants,
  decimal,
  earlier,
  epochMilliseconds,
  formatInstant,
  fraction,
  fromEpochMilliseconds,
  instant,
  isBefore,
  later,
  parseInstant,
  secondsBetween,
  sign,
} from "./index.ts";

const spans = fc
  .tuple(fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), fc.constantFrom(1, 3, 7, 1000, 10 ** 9))
  .map(([above, below]) => fraction(above, below));

test("what is written reads as the same instant", () => roundTrips(instants, formatInstant, instant));

test("instants are in order, the earlier and the later one with them", () => {
  orders(instants, compareInstants);
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      expect(isBefore(a, b)).toBe(compareInstants(a, b) < 0);
      expect(compareInstants(earlier(a, b), later(a, b))).toBeLessThanOrEqual(0);
      expect([earlier(a, b), later(a, b)]).toEqual(isBefore(b, a) ? [b, a] : [a, b]);
    }),
  );
});

test("the seconds between two instants lead from one to the other", () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      expect(addSeconds(a, secondsBetween(a, b))).toEqual(b);
      expect(sign(secondsBetween(a, b))).toBe(compareInstants(b, a));
    }),
  );
});

test("seconds added one after the other are their sum", () => {
  fc.assert(
    fc.property(instants, spans, spans, (i, x, y) => alike(addSeconds(addSeconds(i, x), y), addSeconds(i, add(x, y)))),
  );
});

test("Temporal reads the same instants, to its nanosecond", () => {
  const offset = fc.tuple(fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const texts = fc
    .tuple(fc.date({ min: new Date("0001-01-02Z"), max: new Date("9999-12-30Z"), noInvalidDate: true }), offset)
    .map(([date, [side, hours, minutes]]) => {
      const two = (value: number) => String(value).padStart(2, "0");
      return `${date.toISOString().slice(0, -1)}${side}${two(hours)}:${two(minutes)}`;
    });
  fc.assert(
    fc.property(texts, (text) =>
      alike(epochMilliseconds(instant(text)), Temporal.Instant.from(text).epochMilliseconds),
    ),
  );
});

test.each([
  ["2025-05-01T00:00:00Z", "2025-05-01T00:00:00Z"],
  ["2025-05-01t09:00:00.000+09:00", "2025-05-01T00:00:00Z"],
  ["2025-05-01T00:00:00.5z", "2025-05-01T00:00:00.500Z"],
  ["2025-05-01T00:00:00.0005Z", "2025-05-01T00:00:00.0005Z"],
  ["2025-05-01T00:00:00.120000000000000000000Z", "2025-05-01T00:00:00.120Z"],
  ["2024-02-29T23:59:59-23:59", "2024-03-01T23:58:59Z"],
  ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.9999Z"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
  ["1960-06-30T23:59:60Z", "1960-07-01T00:00:00Z"],
  ["2017-01-01T08:59:60+09:00", "2017-01-01T00:00:00Z"],
  ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ["2025-05-01T00:00:00-00:00", "2025-05-01T00:00:00Z"],
])("%s is printed as %s", (text, printed) => expect(formatInstant(instant(text))).toBe(printed));

test.each([
  "",
  "2025-05-01",
  "2025-05-01T00:00:00",
  "2025-05-01 00:00:00Z",
  "2025-05-01T00:00Z",
  "2025-5-1T00:00:00Z",
  "2025-02-29T00:00:00Z",
  "2025-13-01T00:00:00Z",
  "2025-00-01T00:00:00Z",
  "2025-04-31T00:00:00Z",
  "2025-05-00T00:00:00Z",
  "2025-05-01T24:00:00Z",
  "2025-05-01T00:60:00Z",
  "2025-05-01T00:00:60Z",
  "2016-12-31T23:59:61Z",
  "2025-05-01T00:00:00+24:00",
  "2025-05-01T00:00:00+09",
  "2025-05-01T00:00:00+0900",
  "2025-05-01T00:00:00.Z",
  "2025-05-01T00:00:00,5Z",
  "0000-01-01T00:00:00+00:01",
  "9999-12-31T23:59:59-00:01",
  "+002025-05-01T00:00:00Z",
  "2025-05-01T00:00:00Z\n",
  `2025-05-01T00:00:00.${"1".repeat(101)}Z`,
])("%j is no instant", (text) => {
  expect(parseInstant(text).issues).toMatchObject([{ code: "schema.instant", found: text, wanted: "instant" }]);
});

test("the first instant has one form", () => {
  expect(Object.is(fromEpochMilliseconds(-0), 0)).toBe(true);
});

test("epoch milliseconds are rounded down, before 1970 too", () => {
  expect(epochMilliseconds(instant("1969-12-31T23:59:59.9999Z"))).toBe(-1);
  expect(epochMilliseconds(instant("1970-01-01T00:00:00.0019Z"))).toBe(1);
});

test("a third of a second is exact, and printed to nine digits", () => {
  const third = addSeconds(fromEpochMilliseconds(0), fraction(1, 3));
  expect(formatInstant(third)).toBe("1970-01-01T00:00:00.333333333Z");
  expect(addSeconds(third, fraction(2, 3))).toEqual(fromEpochMilliseconds(1000));
});

test("a fraction too small for nine digits leaves no trace in print", () => {
  const tiny = addSeconds(fromEpochMilliseconds(0), fraction(1, 3_000_000_000_000));
  expect(formatInstant(tiny)).toBe("1970-01-01T00:00:00Z");
  expect(isBefore(fromEpochMilliseconds(0), tiny)).toBe(true);
});

test("no instant lies outside of the years 0000 to 9999", () => {
  expect(() => fromEpochMilliseconds(0.5)).toThrow("whole milliseconds");
  expect(() => addSeconds(instant("9999-12-31T23:59:59Z"), decimal(1))).toThrow("years 0000 to 9999");
  expect(() => instant("yesterday")).toThrow('Not an instant: "yesterday"');
});
