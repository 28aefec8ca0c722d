import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths, wholeMonthSeats } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

export const seatTiersBeginWhereTheySay = law({
  id: "tiers.seats",
  suite: "tiers",
  sentence: {
    en: "A seat tier begins with the seat that it names",
    ja: "席の段階料金は、定められた席から始まる",
  },
  clauses: ["T-09"],
  given: smallMonths({
    happenings: wholeMonthSeats,
    contract: fc.constant({ plan: [{ model: "named-user" as const }] }),
    prices: fc.constant([
      { product: "flex-named-user", unit: "user", tiers: [{ upTo: "1", price: "150" }, { price: "120" }] },
    ]),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const seats = new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user)).size;
    const cost = readDecimal(seats === 0 ? "0" : String(150 + 120 * (seats - 1)));
    return sameNumber(
      "license/flex-named-user",
      cost,
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).low,
    );
  },
  classes: {
    "past the first tier": share(
      31,
      (month) => new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user)).size > 1,
    ),
  },
});
