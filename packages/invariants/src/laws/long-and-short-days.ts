import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { presenceOf, smallMonths } from "../generators/small-months.ts";
import { changingDays } from "../generators/zones.ts";
import { law } from "../law.ts";
import { fraction, readDecimal, roundTo, times } from "../plain-rater/fraction.ts";

const days = changingDays.chain(({ timeZone, month, start, end, minutes }) =>
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
    en: "A day on which the clocks change has the hours that pass on it: 23, 25, or what else it may be",
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
    "on a short day": { of: ({ minutes }) => Number(minutes) < 1440, atLeastPercent: 25 },
    "on a long day": { of: ({ minutes }) => Number(minutes) > 1440, atLeastPercent: 35 },
    "with somebody there": { of: ({ events }) => events.length > 0, atLeastPercent: 60 },
  },
});
