import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

export const deliveryTimeIsNothing = law({
  id: "time.late",
  suite: "time",
  sentence: {
    en: "When an event was delivered changes nothing: a late one counts as if it had come in time",
    ja: "出来事の届いた時刻は結果を変えず、遅れて届いても同じに数える",
  },
  clauses: ["T-51"],
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [
    month,
    withEvents(month, (events) => events.map((event) => ({ ...event, time: "2031-01-01T00:00:00Z" }))),
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "where something happened": share(86, events(1)),
    "with a time of delivery": share(84, (month) => month.events.some(({ time }) => time !== undefined)),
  },
});
