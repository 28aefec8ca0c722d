import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { people, presenceOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { coveredSeconds, readMoment } from "../plain-rater/calendar.ts";
import { fraction, greatest, least, roundTo, times, total } from "../plain-rater/fraction.ts";
import { hasSome, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

export const monthsShareAnInterval = law({
  id: "time.period-split",
  suite: "time",
  sentence: {
    en: "An interval over the edge of a month is shared between both months and lost in neither",
    ja: "月をまたぐ区間は両方の月に分けられ、失われない",
  },
  clauses: ["T-07"],
  given: smallMonths({
    happenings: presenceOf(
      fc
        .tuple(
          fc.constantFrom("2025-05-31T22:00:00Z", "2025-06-01T00:00:00Z", "2025-05-31T23:59:59.999Z"),
          fc.constantFrom("2025-06-01T00:00:00.001Z", "2025-06-01T09:00:00Z"),
        )
        .map(([start, end]) => ({ start, end })),
    ),
    contract: fc.constant({ plan: [{ model: "active-user-hour" as const, price: "1" }] }),
  }),
  requests: (month) => [month, { ...month, month: "2025-06" }],
  holds: (month, [may, june]) => {
    const presences = dataOf(month, "dev.flexbill.presence");
    const edge = readMoment("2025-06-01T00:00:00Z");
    const hoursIn = (first: boolean) =>
      people.map((user) => {
        const spans = presences
          .filter((one) => one.user === user)
          .map(({ start, end }) => {
            const [from, to] = [readMoment(start), readMoment(end ?? start)];
            return first
              ? { start: least(from, edge), end: least(to, edge) }
              : { start: greatest(from, edge), end: greatest(to, edge) };
          });
        return times(coveredSeconds(spans), fraction(1n, 3600n));
      });
    return [may, june].flatMap((answer, index) => {
      const due = roundTo(total(hoursIn(index === 0)), 6, "half-up");
      return sameNumber(
        `hours of month ${index + 1}`,
        due,
        sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).quantity,
      );
    });
  },
  classes: {
    "over the edge": share(
      56,
      hasSome("dev.flexbill.presence", ({ start }) => start < "2025-06-01"),
    ),
    "from the edge on": share(
      35,
      hasSome("dev.flexbill.presence", ({ start }) => start === "2025-06-01T00:00:00Z"),
    ),
  },
});
