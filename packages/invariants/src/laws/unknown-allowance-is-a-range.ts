import fc from "fast-check";
import { linesOf, raisesJustIf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { isPositive, nothing, readDecimal, roundTo, times, total } from "../plain-rater/fraction.ts";
import { has, share } from "./classes.ts";
import { dataOf, fairMonths } from "./rewriting.ts";

export const unknownAllowanceIsARange = law({
  id: "range.unknown-allowance",
  suite: "range",
  sentence: {
    en: "Without a known allowance, usage costs between nothing and its list price",
    ja: "許容量が不明なら、料金はゼロから定価までの範囲となる",
  },
  clauses: ["T-41"],
  given: fairMonths({ contract: fc.constant({ plan: [{ model: "named-user" as const, price: "0" }] }) }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const used = total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity)));
    const { low, high } = sumOfLines(linesOf(answer, ({ product }) => product === "functions"));
    const list = roundTo(times(used, readDecimal("0.25")), 2, "half-up");
    return [
      ...sameNumber("functions low", nothing, low),
      ...sameNumber("functions high", list, high),
      ...raisesJustIf(answer, "limit.unknown", isPositive(used)),
    ];
  },
  classes: {
    "with usage": share(53, has("dev.flexbill.usage")),
  },
});
