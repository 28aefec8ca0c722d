import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

function userOf({ data }: Event): string | null {
  return "user" in data ? data.user : null;
}

/** Who comes first in the alphabet comes last, and so on. */
function renamed(events: readonly Event[]): readonly Event[] {
  const users = [...new Set(events.map(userOf))].filter((user) => user !== null).sort();
  const others = new Map(users.map((user, index) => [user, users.at(-1 - index) ?? user]));
  return events.map((event) => {
    const user = userOf(event);
    return user === null ? event : ({ ...event, data: { ...event.data, user: others.get(user) } } as Event);
  });
}

export const namesAreNothing = law({
  id: "invariance.relabelling",
  suite: "invariance",
  sentence: {
    en: "What the users are called decides nothing",
    ja: "利用者の呼び名は結果を変えない",
  },
  clauses: ["T-09", "T-43"],
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [month, withEvents(month, renamed)],
  holds: (_month, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with two users": {
      of: ({ events }) => new Set(events.map(userOf)).size > 2,
      atLeastPercent: 30,
    },
  },
});
