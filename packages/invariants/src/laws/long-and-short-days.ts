import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { presenceOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { fraction, readDecimal, roundTo, times } from "../plain-rater/fraction.ts";

interface ChangingDay {
  readonly timeZone: string;
  readonly month: string;
  /** The day on which the clocks change, from its first instant to the next day's. */
  readonly start: string;
  readonly end: string;
  readonly minutes: string;
}

/** Of 23 hours, of 25, and of half an hour more. */
const changingDays: readonly ChangingDay[] = [
  {
    timeZone: "America/New_York",
    month: "2026-03",
    start: "2026-03-08T05:00:00Z",
    end: "2026-03-09T04:00:00Z",
    minutes: "1380",
  },
  {
    timeZone: "America/New_York",
    month: "2025-11",
    start: "2025-11-02T04:00:00Z",
    end: "2025-11-03T05:00:00Z",
    minutes: "1500",
  },
  {
    timeZone: "Australia/Lord_Howe",
    month: "2026-04",
    start: "2026-04-04T13:00:00Z",
    end: "2026-04-05T13:30:00Z",
    minutes: "1470",
  },
];

const days = fc.constantFrom(...changingDays).chain(({ timeZone, month, start, end, minutes }) =>
  smallMonths({
    happenings: presenceOf(fc.constant({ start, end })),
    contract: fc.constant({ timeZone, plan: [{ model: "active-user-hour" as const, price: "1" }] }),
    month,
  }).map((given) => ({ ...given, minutes })),
);

export const longAndShortDays = law({
  id: "time.days-of-23-and-25-hours",
  suite: "time",
  sentence: {
    en: "A day on which the clocks change has the hours that pass on it: 23, 25, or half an hour more",
    ja: "時計の変わる日には、実際に経過した時間（23時間、25時間など）だけを数える",
  },
  clauses: ["T-07"],
  given: days,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const people = new Set(month.events.map(({ data }) => ("user" in data ? data.user : null))).size;
    const hours = times(times(readDecimal(String(people)), readDecimal(month.minutes)), fraction(1n, 60n));
    const { quantity } = sumOfLines(linesOf(answer, ({ kind }) => kind === "license"));
    return sameNumber("license/flex-active-user-hour quantity", roundTo(hours, 6, "half-up"), quantity);
  },
  classes: {
    "on a short day": { of: ({ minutes }) => minutes === "1380", atLeastPercent: 16 },
    "on a long day": { of: ({ minutes }) => minutes !== "1380", atLeastPercent: 40 },
    "with somebody there": { of: ({ events }) => events.length > 0, atLeastPercent: 60 },
  },
});
