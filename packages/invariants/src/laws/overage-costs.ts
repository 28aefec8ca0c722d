import { linesOf, nameOf, sameNumber } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, times } from "../plain-rater/fraction.ts";
import { overAnAllowance, share } from "./classes.ts";
import { functionMonths } from "./months.ts";

export const overageCosts = law({
  id: "allowances.never-free-above",
  suite: "allowances",
  sentence: {
    en: "Above a known allowance at a positive price nothing is free",
    ja: "既知の許容量を超え価格が正であれば、無料にはならない",
  },
  clauses: ["T-42", "T-43"],
  neutral: true,
  given: functionMonths,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    linesOf(answer, ({ kind }) => kind === "overage").flatMap((line) =>
      sameNumber(
        nameOf(line),
        roundTo(times(readDecimal(line.quantity), readDecimal("0.25")), 2, "half-up"),
        readDecimal(line.amount.low),
      ),
    ),
  classes: {
    "over an allowance": share(32, overAnAllowance),
  },
});
