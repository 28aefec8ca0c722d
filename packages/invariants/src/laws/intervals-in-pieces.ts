import fc from "fast-check";
import { sameAnswer } from "../answers/lines.ts";
import { presenceOf, seatOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { dataOf, withEvents } from "./rewriting.ts";

/** Two intervals that touch, in place of one. */
function pieces(event: Event): readonly Event[] {
  if (event.type !== "dev.flexbill.presence" && event.type !== "dev.flexbill.seat") return [event];
  const { start, end } = event.data;
  if (end === null) return [event];
  const middle = new Date(Math.floor((Date.parse(start) + Date.parse(end)) / 2)).toISOString();
  return [
    { ...event, data: { ...event.data, end: middle } },
    { ...event, id: `${event.id}-rest`, data: { ...event.data, start: middle } },
  ] as Event[];
}

export const intervalsInPieces = law({
  id: "invariance.split-interval",
  suite: "invariance",
  sentence: {
    en: "An interval told in two that touch is the same interval",
    ja: "接する二つに分けて伝えられた区間は、一つの区間と同じである",
  },
  clauses: ["T-07", "T-09"],
  given: smallMonths({
    happenings: fc.oneof(presenceOf(), seatOf()),
    contract: fc.constantFrom(
      { plan: [{ model: "active-user-hour" as const, price: "1" }] },
      { plan: [{ model: "named-user" as const, price: "150" }] },
    ),
  }),
  requests: (month) => [month, withEvents(month, (events) => events.flatMap(pieces))],
  holds: (_month, [whole, parts]) => sameAnswer(whole, parts),
  classes: {
    "with presence": { of: (month) => dataOf(month, "dev.flexbill.presence").length > 0, atLeastPercent: 40 },
    "with a seat": { of: (month) => dataOf(month, "dev.flexbill.seat").length > 0, atLeastPercent: 40 },
  },
});
