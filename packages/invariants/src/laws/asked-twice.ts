import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

export const askedTwice = law({
  id: "invariance.idempotence",
  suite: "invariance",
  sentence: {
    en: "The same question has the same answer",
    ja: "同じ問いには同じ答えが返る",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [{ ...month }, { ...month }],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "where something happened": share(86, events(1)),
  },
});
