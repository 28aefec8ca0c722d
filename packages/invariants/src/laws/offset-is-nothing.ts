import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$/;

/** The same instant nine hours further on the clock. */
function inTokyo(value: unknown): unknown {
  const [, seconds, part = ""] = instant.exec(typeof value === "string" ? value : "") ?? [];
  if (seconds === undefined) return value;
  const wall = new Date(Date.parse(`${seconds}Z`) + 9 * 3_600_000).toISOString().slice(0, 19);
  return `${wall}${part}+09:00`;
}

export const offsetIsNothing = law({
  id: "time.offset",
  suite: "time",
  sentence: {
    en: "An instant is the same in whatever offset it is written",
    ja: "同じ瞬間は、どの時差で書かれても同じである",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.map(
        (event) =>
          ({
            ...event,
            data: Object.fromEntries(Object.entries(event.data).map(([key, value]) => [key, inTokyo(value)])),
          }) as unknown as Event,
      ),
    ),
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "where something happened": share(86, events(1)),
  },
});
