import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

export const toldTwiceCountsOnce = law({
  id: "invariance.duplicate",
  suite: "invariance",
  sentence: {
    en: "An event told twice counts once",
    ja: "二度伝えられた出来事は一度だけ数える",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month, withEvents(month, (events) => [...events, ...events])],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "where something happened": share(86, events(1)),
  },
});
