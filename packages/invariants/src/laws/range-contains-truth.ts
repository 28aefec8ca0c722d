import { linesOf, notAbove, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { nothing } from "../plain-rater/fraction.ts";
import { overAnAllowance, share, underAnAllowance } from "./classes.ts";
import { functionMonths } from "./months.ts";

export const rangeContainsTruth = law({
  id: "range.contains-the-truth",
  suite: "range",
  sentence: {
    en: "Whatever the true allowance is, the true amount lies inside the range told without it",
    ja: "真の許容量が何であれ、真の金額は範囲の中にある",
  },
  clauses: ["T-41"],
  neutral: true,
  given: functionMonths,
  requests: (month) => [{ ...month, contract: { ...month.contract, allowances: [] } }, month],
  holds: (_month, [told, truth]) => {
    const [range, real] = [told, truth].map((answer) =>
      sumOfLines(linesOf(answer, ({ product }) => product === "functions")),
    );
    return [
      ...notAbove("functions, the least told", range?.low ?? nothing, real?.low ?? nothing),
      ...notAbove("functions, the truth", real?.high ?? null, range?.high ?? null),
    ];
  },
  classes: {
    "over an allowance": share(32, overAnAllowance),
    "under an allowance": share(1, underAnAllowance),
  },
});
