import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, times, total } from "../plain-rater/fraction.ts";
import type { PriceEntry } from "../request.ts";
import { events, share } from "./classes.ts";
import { dataOf, usageMonths } from "./rewriting.ts";

export const minorUnitsOfTheCurrency = law({
  id: "rounding.minor-units",
  suite: "rounding",
  sentence: {
    en: "Amounts have the minor unit of their currency: none in yen, three places in dinars",
    ja: "金額は通貨の補助単位に従う（円は整数、ディナールは小数三桁）",
  },
  neutral: true,
  given: usageMonths({ contract: fc.constantFrom({ currency: "JPY" }, { currency: "KWD" }, { currency: "EUR" }) }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const places = { JPY: 0, KWD: 3 }[month.contract.currency] ?? 2;
    const price = Array.isArray(month.priceBook) ? (month.priceBook[0] as PriceEntry).price : "0";
    return sameNumber(
      "usage/widgets",
      roundTo(
        times(
          total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity))),
          readDecimal(price ?? "0"),
        ),
        places,
        "half-up",
      ),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).low,
    );
  },
  classes: {
    "in yen": share(17, ({ contract }) => contract.currency === "JPY"),
    "in dinars": share(18, ({ contract }) => contract.currency === "KWD"),
    "with usage": share(66, events(1)),
  },
});
