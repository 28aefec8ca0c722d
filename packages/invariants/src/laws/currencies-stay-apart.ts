import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { severalCurrencies, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const currenciesStayApart = law({
  id: "currency.never-mixed",
  suite: "currency",
  sentence: {
    en: "Lines of two currencies are never added",
    ja: "通貨の異なる明細は合算されない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month],
  holds: (_month, [answer]) =>
    [...new Set([...Object.keys(answer?.totals ?? {}), ...linesOf(answer).map(({ currency }) => currency)])].flatMap(
      (currency) => {
        const { low } = sumOfLines(linesOf(answer, (line) => line.currency === currency));
        return sameNumber(`total ${currency} low`, low, readDecimal(answer?.totals?.[currency]?.low ?? "0"));
      },
    ),
  classes: {
    "with two currencies": share(96, severalCurrencies),
  },
});
