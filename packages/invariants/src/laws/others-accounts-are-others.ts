import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

/** An identity told more than once may be a conflict, in which the first counts. */
function isRepeated(events: readonly Event[], index: number): boolean {
  const event = events[index];
  return events.some((other, at) => at !== index && other.id === event?.id && other.source === event.source);
}

export const othersAccountsAreOthers = law({
  id: "invariance.other-accounts",
  suite: "invariance",
  sentence: {
    en: "What other accounts did changes nothing",
    ja: "他のアカウントの出来事は結果を変えない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.filter(({ subject }, index) => subject === month.contract.account || isRepeated(events, index)),
    ),
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with another account": share(35, ({ contract, events: told }) =>
      told.some(({ subject }) => subject !== contract.account),
    ),
  },
});
