import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { greatest, least, minus, nothing, plus, readDecimal, roundTo, times, total } from "../plain-rater/fraction.ts";
import type { PriceEntry } from "../request.ts";
import { dataOf, tiered, usageMonths } from "./rewriting.ts";

export const tiersAreGraduated = law({
  id: "tiers.graduated",
  suite: "tiers",
  sentence: {
    en: "Each tier prices its own units and no others",
    ja: "各段階の価格は、その段階の数量だけに適用される",
  },
  neutral: true,
  given: usageMonths({ prices: tiered }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const used = total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity)));
    const [entry] = Array.isArray(month.priceBook) ? month.priceBook : [];
    let [below, cost] = [nothing, nothing];
    for (const { upTo, price } of (entry as PriceEntry | undefined)?.tiers ?? []) {
      const top = upTo === undefined ? greatest(used, below) : readDecimal(upTo);
      const inTier = greatest(nothing, minus(least(used, top), below));
      cost = plus(cost, times(inTier, readDecimal(price)));
      below = top;
    }
    return sameNumber(
      "usage/widgets",
      roundTo(cost, 2, "half-up"),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).low,
    );
  },
  classes: { "past the first tier": { of: (month) => month.events.length > 1, atLeastPercent: 40 } },
});
