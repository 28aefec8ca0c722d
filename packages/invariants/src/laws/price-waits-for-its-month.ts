import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { PriceEntry } from "../request.ts";
import { beginsInside, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const priceWaitsForItsMonth = law({
  id: "plan.price-from",
  suite: "plan",
  sentence: {
    en: "A price that begins after the first day of a month changes nothing of that month",
    ja: "月の初日より後に始まる価格は、その月を変えない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [
    month,
    {
      ...month,
      priceBook: (Array.isArray(month.priceBook) ? month.priceBook : []).filter(
        ({ from }: PriceEntry) => from === undefined || from <= `${month.month}-01`,
      ),
    },
  ],
  holds: (_given, [plain, other]) => sameAnswer(other, plain),
  classes: {
    "with a price that waits": share(
      31,
      (month) => typeof month.priceBook === "object" && month.priceBook.some(({ from }) => beginsInside(from, month)),
    ),
  },
});
