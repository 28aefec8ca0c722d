import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths, wholeMonthSeats } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, times } from "../plain-rater/fraction.ts";
import { events, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

export const licensePriceIsExact = law({
  id: "rounding.license-price",
  suite: "rounding",
  sentence: {
    en: "The price of a licence is taken as agreed, whatever the month",
    ja: "ライセンスの単価は、どの月でも合意どおりに用いる",
  },
  clauses: ["T-09"],
  neutral: true,
  given: smallMonths({
    happenings: wholeMonthSeats,
    contract: fc
      .constantFrom("0.333", "99.99", "12.345", "150")
      .map((price) => ({ plan: [{ model: "named-user" as const, price }] })),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const seats = new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user)).size;
    const price = readDecimal(month.contract.plan?.[0]?.price ?? "0");
    const due = roundTo(times(readDecimal(String(seats)), price), 2, "half-up");
    return sameNumber(
      "license/flex-named-user",
      due,
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).low,
    );
  },
  classes: {
    "with a seat": share(66, events(1)),
    "with a price below a cent's part": share(11, ({ contract }) => (contract.plan?.[0]?.price ?? "").endsWith(".345")),
  },
});
