import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { seatOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { isIn, readMoment } from "../plain-rater/calendar.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { dataOf } from "./rewriting.ts";

export const peakOfSeats = law({
  id: "seats.peak",
  suite: "seats",
  sentence: {
    en: "Named users are the most that held a seat at one instant",
    ja: "指名ユーザー数は、ある瞬間に席を持つ利用者の最大数である",
  },
  clauses: ["T-09"],
  neutral: true,
  given: smallMonths({
    happenings: seatOf(),
    contract: fc.constant({ plan: [{ model: "named-user" as const, price: "150" }] }),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const held = dataOf(month, "dev.flexbill.seat");
    const crowds = held
      .filter(({ start, end }) => start !== end)
      .map(({ start: at }) => {
        const moment = readMoment(at);
        const there = held.filter(({ start, end }) =>
          isIn(moment, { start: readMoment(start), end: readMoment(end ?? "2025-06-01T00:00:00Z") }),
        );
        return new Set(there.map(({ user }) => user)).size;
      });
    const peak = readDecimal(String(Math.max(0, ...crowds)));
    return sameNumber(
      "license/flex-named-user quantity",
      peak,
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).quantity,
    );
  },
  classes: { "with two seats": { of: (month) => month.events.length > 1, atLeastPercent: 40 } },
});
