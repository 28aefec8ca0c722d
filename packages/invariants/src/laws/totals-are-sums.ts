import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { events, severalCurrencies, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const totalsAreSums = law({
  id: "conservation.totals",
  suite: "conservation",
  sentence: {
    en: "The lines of a currency sum to its total",
    ja: "通貨ごとの明細の合計は、その通貨の総額に等しい",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    Object.entries(answer?.totals ?? {}).flatMap(([currency, total]) => {
      const { low, high } = sumOfLines(linesOf(answer, (line) => line.currency === currency));
      return [
        ...sameNumber(`total ${currency} low`, low, readDecimal(total.low)),
        ...sameNumber(`total ${currency} high`, high, total.high === null ? null : readDecimal(total.high)),
      ];
    }),
  classes: {
    "where something happened": share(86, events(1)),
    "with two currencies": share(96, severalCurrencies),
  },
});
