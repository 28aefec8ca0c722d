import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths, wholeMonthSeats } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

const seatsOf = (month: RatingRequest) => new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user)).size;
const committedOf = ({ contract }: RatingRequest) => Number(contract.plan?.[0]?.committedUsers);

export const committedSeats = law({
  id: "seats.committed",
  suite: "seats",
  sentence: {
    en: "Committed users are paid for, and no more users than there are beyond them",
    ja: "契約人数分は支払い、それを超える分は実際の人数だけ支払う",
  },
  clauses: ["T-09"],
  neutral: true,
  given: smallMonths({
    happenings: wholeMonthSeats,
    contract: fc
      .constantFrom("0", "1", "2", "5")
      .map((committedUsers) => ({ plan: [{ model: "named-user" as const, price: "150", committedUsers }] })),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const seats = new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user)).size;
    const due = Math.max(seats, Number(month.contract.plan?.[0]?.committedUsers));
    return sameNumber(
      "license/flex-named-user quantity",
      readDecimal(String(due)),
      sumOfLines(linesOf(answer, ({ kind }) => kind === "license")).quantity,
    );
  },
  classes: {
    "with fewer seats than committed": share(27, (month) => seatsOf(month) < committedOf(month)),
    "with more seats than committed": share(16, (month) => seatsOf(month) > committedOf(month)),
  },
});
