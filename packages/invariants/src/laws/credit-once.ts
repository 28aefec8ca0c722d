import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { presenceOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { least, minus, nothing, readDecimal, roundTo } from "../plain-rater/fraction.ts";
import { events, has, share } from "./classes.ts";

export const creditOnce = law({
  id: "plan.credit",
  suite: "plan",
  sentence: {
    en: "Free hours are given back once, and never more than was worked",
    ja: "無料時間は一度だけ差し引かれ、働いた時間を超えない",
  },
  clauses: ["T-07"],
  given: smallMonths({
    happenings: presenceOf(),
    contract: fc.constant({ plan: [{ model: "active-user-hour" as const, price: "1", freeHours: "2" }] }),
  }),
  requests: (month) => [month],
  holds: (_month, [answer]) => {
    const { quantity } = sumOfLines(linesOf(answer, ({ kind }) => kind === "license"));
    const credit = sumOfLines(linesOf(answer, ({ kind }) => kind === "credit")).low;
    return sameNumber("credit", roundTo(minus(nothing, least(quantity, readDecimal("2"))), 2, "half-up"), credit);
  },
  classes: {
    "with hours": share(66, has("dev.flexbill.presence")),
    "with three stretches": share(29, events(3)),
  },
});
