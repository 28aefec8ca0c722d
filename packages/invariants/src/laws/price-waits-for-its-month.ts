import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { PriceEntry } from "../request.ts";
import { months } from "./months.ts";

export const priceWaitsForItsMonth = law({
  id: "plan.price-from",
  suite: "plan",
  sentence: {
    en: "A price that begins after the first day of a month changes nothing of that month",
    ja: "月の初日より後に始まる価格は、その月を変えない",
  },
  neutral: true,
  given: months,
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
});
