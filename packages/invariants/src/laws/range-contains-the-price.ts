import { linesOf, notAbove, raisesJustIf, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { isPositive, nothing } from "../plain-rater/fraction.ts";
import { overAnAllowance, share } from "./classes.ts";
import { functionMonths } from "./months.ts";

export const rangeContainsThePrice = law({
  id: "range.contains-the-price",
  suite: "range",
  sentence: {
    en: "Whatever a price that is not known may be, the true amount lies inside the range told without it",
    ja: "不明な単価が何であれ、真の金額は範囲の中にある",
  },
  clauses: ["T-41"],
  given: functionMonths,
  requests: (month) => [{ ...month, priceBook: [] }, month],
  holds: (_month, [told, truth]) => {
    const [range, real] = [told, truth].map((answer) =>
      sumOfLines(linesOf(answer, ({ product }) => product === "functions")),
    );
    const excess = sumOfLines(linesOf(truth, ({ kind }) => kind === "overage")).quantity;
    return [
      ...notAbove("functions, the least told", range?.low ?? nothing, real?.low ?? nothing),
      ...notAbove("functions, the truth", real?.high ?? null, range?.high ?? null),
      ...raisesJustIf(told, "price.missing", isPositive(excess)),
    ];
  },
  classes: {
    "over an allowance": share(32, overAnAllowance),
  },
});
