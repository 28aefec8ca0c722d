import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { seatOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { dataOf } from "./rewriting.ts";

export const seatsChangeHands = law({
  id: "seats.hand-over",
  suite: "seats",
  sentence: {
    en: "A seat given up and taken over at the same instant is one seat",
    ja: "同じ瞬間に手放され引き継がれた席は一席である",
  },
  clauses: ["T-09"],
  given: smallMonths({
    happenings: seatOf(
      fc.constantFrom(
        { start: "2025-05-10T09:00:00Z", end: "2025-05-10T12:00:00Z" },
        { start: "2025-05-10T12:00:00Z", end: "2025-05-10T18:00:00Z" },
        { start: "2025-04-01T00:00:00Z", end: "2025-05-01T00:00:00Z" },
      ),
    ),
    contract: fc.constant({ plan: [{ model: "named-user" as const, price: "150" }] }),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const held = dataOf(month, "dev.flexbill.seat");
    const holders = (start: string) =>
      new Set(held.filter((seat) => seat.start === start).map(({ user }) => user)).size;
    const peak = Math.max(holders("2025-05-10T09:00:00Z"), holders("2025-05-10T12:00:00Z"));
    return sameNumber(
      "license/flex-named-user quantity",
      readDecimal(String(peak)),
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).quantity,
    );
  },
});
