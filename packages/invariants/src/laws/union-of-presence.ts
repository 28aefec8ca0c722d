import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { people, presenceOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { coveredSeconds, readMoment } from "../plain-rater/calendar.ts";
import { fraction, roundTo, times, total } from "../plain-rater/fraction.ts";
import { dataOf } from "./rewriting.ts";

export const unionOfPresence = law({
  id: "presence.union",
  suite: "presence",
  sentence: {
    en: "Hours are the union of presence: what overlaps counts once, to the fraction of a second",
    ja: "時間は在席の和集合であり、重なりは一度だけ、秒の端数まで数える",
  },
  clauses: ["T-07"],
  given: smallMonths({
    happenings: presenceOf(),
    contract: fc.constant({ plan: [{ model: "active-user-hour" as const, price: "1" }] }),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const presences = dataOf(month, "dev.flexbill.presence");
    const seconds = people.map((user) => {
      const spans = presences.filter((one) => one.user === user && one.end !== null);
      return coveredSeconds(
        spans.map(({ start, end }) => ({ start: readMoment(start), end: readMoment(end ?? start) })),
      );
    });
    const hours = roundTo(times(total(seconds), fraction(1n, 3600n)), 6, "half-up");
    return sameNumber(
      "license/flex-active-user-hour quantity",
      hours,
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).quantity,
    );
  },
  classes: { "with two of one user": { of: (month) => month.events.length > 2, atLeastPercent: 25 } },
});
