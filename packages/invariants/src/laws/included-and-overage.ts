import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, total } from "../plain-rater/fraction.ts";
import { overAnAllowance, share, underAnAllowance } from "./classes.ts";
import { functionMonths } from "./months.ts";
import { dataOf } from "./rewriting.ts";

export const includedAndOverage = law({
  id: "conservation.included-and-overage",
  suite: "conservation",
  sentence: {
    en: "What is included and what is over the allowance add up to what was used",
    ja: "許容量に含まれる分と超過分の和は使用量に等しい",
  },
  clauses: ["T-41", "T-43"],
  neutral: true,
  given: functionMonths,
  requests: (month) => [month],
  holds: (month, [answer]) =>
    sameNumber(
      "functions quantity",
      total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity))),
      sumOfLines(linesOf(answer, ({ product }) => product === "functions")).quantity,
    ),
  classes: {
    "over an allowance": share(32, overAnAllowance),
    "under an allowance": share(1, underAnAllowance),
  },
});
