import { linesOf, nameOf, notAbove } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const lowIsNotAboveHigh = law({
  id: "range.low-and-high",
  suite: "range",
  sentence: {
    en: "The least that a line can cost is not above the most",
    ja: "明細の下限は上限を超えない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    linesOf(answer, ({ kind }) => kind !== "support").flatMap((line) =>
      notAbove(
        nameOf(line),
        readDecimal(line.amount.low),
        line.amount.high === null ? null : readDecimal(line.amount.high),
      ),
    ),
  classes: {
    "where something happened": share(86, events(1)),
  },
});
