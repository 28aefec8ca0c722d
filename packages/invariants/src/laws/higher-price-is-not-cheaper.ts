import { linesOf, notAbove, sumOfLines, textOf } from "../answers/lines.ts";
import { law } from "../law.ts";
import { minus, nothing, plus, readDecimal, times, total } from "../plain-rater/fraction.ts";
import { events, hasSome, share } from "./classes.ts";
import { widgetMonths } from "./months.ts";
import { dataOf } from "./rewriting.ts";

export const higherPriceIsNotCheaper = law({
  id: "monotone.price",
  suite: "monotone",
  sentence: {
    en: "A price a tenth of a cent higher is paid for every unit",
    ja: "単価が上がれば、その分だけ全数量の料金が上がる",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [
    month,
    {
      ...month,
      priceBook: (Array.isArray(month.priceBook) ? month.priceBook : []).map((entry) => ({
        ...entry,
        price: textOf(plus(readDecimal(entry.price ?? "0"), readDecimal("0.1"))),
      })),
    },
  ],
  holds: (month, [plain, dearer]) => {
    const used = total(dataOf(month, "dev.flexbill.usage").map(({ quantity }) => readDecimal(quantity)));
    const [before, after] = [plain, dearer].map((answer) => sumOfLines(linesOf(answer)).low);
    const rise = minus(after ?? nothing, before ?? nothing);
    const due = times(used, readDecimal("0.1"));
    return [
      ...notAbove("usage/widgets, the rise", rise, plus(due, readDecimal("0.01"))),
      ...notAbove("usage/widgets, the due rise", due, plus(rise, readDecimal("0.01"))),
    ];
  },
  classes: {
    "with usage": share(66, events(1)),
    "with a fraction": share(
      37,
      hasSome("dev.flexbill.usage", ({ quantity }) => quantity.includes(".")),
    ),
  },
});
