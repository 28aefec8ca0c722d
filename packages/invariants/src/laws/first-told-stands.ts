import { raisesJustIf, sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { events, share } from "./classes.ts";
import { usageMonths, withEvents } from "./rewriting.ts";

function altered(event: Event): Event {
  return event.type === "dev.flexbill.usage" ? { ...event, data: { ...event.data, quantity: "7777" } } : event;
}

export const firstToldStands = law({
  id: "invariance.conflict",
  suite: "invariance",
  sentence: {
    en: "Of two contents under one identity the first stands, and the conflict is told",
    ja: "同じ識別子で内容が異なれば先の内容が有効で、衝突が報告される",
  },
  neutral: true,
  given: usageMonths({ least: 1 }),
  requests: (month) => [month, withEvents(month, (events) => [...events, ...events.map(altered)])],
  holds: (month, [plain, conflicting]) => [
    ...sameAnswer(plain, conflicting),
    ...raisesJustIf(conflicting, "event.conflict", month.events.length > 0),
  ],
  classes: {
    "with two conflicts": share(67, events(2)),
  },
});
