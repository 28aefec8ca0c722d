import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { firstTold } from "./rewriting.ts";

export const orderIsNothing = law({
  id: "invariance.permutation",
  suite: "invariance",
  sentence: {
    en: "The order of events decides nothing",
    ja: "出来事の順序は結果を変えない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => {
    const once = firstTold(month);
    return [once, { ...once, events: [...once.events].reverse() }];
  },
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with two events": share(79, events(2)),
  },
});
