import { linesOf, nameOf, notAbove } from "../answers/lines.ts";
import { law } from "../law.ts";
import { nothing, readDecimal } from "../plain-rater/fraction.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const neverNegative = law({
  id: "conservation.never-negative",
  suite: "conservation",
  sentence: {
    en: "No line is below zero but a credit or an adjustment",
    ja: "値引きと調整のほかに負の明細はない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    linesOf(answer, ({ kind }) => !["credit", "adjustment", "tax"].includes(kind)).flatMap((line) =>
      notAbove(nameOf(line), nothing, readDecimal(line.amount.low)),
    ),
  classes: {
    "where something happened": share(86, events(1)),
    "with a minimum": share(26, ({ contract }) => contract.commitment != null),
  },
});
