import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, times, total } from "../plain-rater/fraction.ts";
import type { PriceEntry } from "../request.ts";
import { hasSome, share } from "./classes.ts";
import { widgetMonths } from "./months.ts";
import { dataOf } from "./rewriting.ts";

export const roundedOnceAndLast = law({
  id: "rounding.once",
  suite: "rounding",
  sentence: {
    en: "An amount is the exact quantity times the exact price, rounded once",
    ja: "金額は正確な数量と単価の積を一度だけ丸めたものである",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const price = Array.isArray(month.priceBook) ? (month.priceBook[0] as PriceEntry).price : "0";
    return sameNumber(
      "usage/widgets",
      roundTo(
        times(
          total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity))),
          readDecimal(price ?? "0"),
        ),
        2,
        "half-up",
      ),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).low,
    );
  },
  classes: {
    "with a price below a cent": share(
      22,
      ({ priceBook }) => typeof priceBook === "object" && Number(priceBook[0]?.price) < 0.01,
    ),
    "with a fraction": share(
      37,
      hasSome("dev.flexbill.usage", ({ quantity }) => quantity.includes(".")),
    ),
  },
});
