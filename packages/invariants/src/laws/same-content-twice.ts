import { sameAnswer, textOf } from "../answers/lines.ts";
import { law } from "../law.ts";
import { plus, readDecimal } from "../plain-rater/fraction.ts";
import type { Event } from "../request.ts";
import { events, share } from "./classes.ts";
import { widgetMonths } from "./months.ts";
import { withEvents } from "./rewriting.ts";

function doubled(events: readonly Event[]): readonly Event[] {
  return events.map((event) => {
    if (event.type !== "dev.flexbill.usage") return event;
    const twice = plus(readDecimal(event.data.quantity), readDecimal(event.data.quantity));
    return { ...event, data: { ...event.data, quantity: textOf(twice) } };
  });
}

export const sameContentTwice = law({
  id: "invariance.alike-is-not-the-same",
  suite: "invariance",
  sentence: {
    en: "Two events of the same content and different identities are two",
    ja: "内容が同じでも識別子が異なれば二つの出来事である",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [
    withEvents(month, (events) => [...events, ...events.map((event) => ({ ...event, id: `${event.id}-again` }))]),
    withEvents(month, doubled),
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with usage": share(66, events(1)),
  },
});
