import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, total } from "../plain-rater/fraction.ts";
import { widgetMonths } from "./months.ts";
import { dataOf } from "./rewriting.ts";

export const usedIsBilled = law({
  id: "conservation.used",
  suite: "conservation",
  sentence: {
    en: "The quantity of a line is what was used, to the last fraction",
    ja: "明細の数量は、端数まで使用量に等しい",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [month],
  holds: (month, [answer]) =>
    sameNumber(
      "usage/widgets quantity",
      total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity))),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).quantity,
    ),
  classes: {
    "with a fraction": {
      of: (month) => dataOf(month, "dev.flexbill.usage").some(({ quantity }) => quantity.includes(".")),
      atLeastPercent: 30,
    },
  },
});
