import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { months } from "./months.ts";
import { firstOnly } from "./rewriting.ts";

export const orderIsNothing = law({
  id: "invariance.permutation",
  suite: "invariance",
  sentence: {
    en: "The order of events decides nothing",
    ja: "出来事の順序は結果を変えない",
  },
  neutral: true,
  given: months,
  requests: (month) => {
    const events = firstOnly(month.events);
    return [
      { ...month, events },
      { ...month, events: [...events].reverse() },
    ];
  },
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
});
