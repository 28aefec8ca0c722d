import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { seatOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { hasSome, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

const seatsFrom = (month: RatingRequest, hour: string): boolean =>
  dataOf(month, "dev.flexbill.seat").some(({ start }) => start === `2025-05-10T${hour}:00:00Z`);

export const seatsChangeHands = law({
  id: "seats.hand-over",
  suite: "seats",
  sentence: {
    en: "A seat given up and taken over at the same instant is one seat",
    ja: "同じ瞬間に手放され引き継がれた席は一席である",
  },
  clauses: ["T-09"],
  neutral: true,
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
  classes: {
    "with a seat handed over": share(17, (month) => seatsFrom(month, "09") && seatsFrom(month, "12")),
    "with a seat that ended as the month began": share(
      34,
      hasSome("dev.flexbill.seat", ({ end }) => end === "2025-05-01T00:00:00Z"),
    ),
  },
});
