import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { fraction, printPlaces, readDecimal } from "../plain-rater/fraction.ts";
import type { Event } from "../request.ts";
import { hasSome, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { firstOnly, withEvents } from "./rewriting.ts";

function halves(event: Event): readonly Event[] {
  if (event.type !== "dev.flexbill.usage") return [event];
  const { top, bottom } = readDecimal(event.data.quantity);
  const quantity = printPlaces(fraction(top, 2n * bottom), 9);
  return ["left", "right"].map((half) => ({ ...event, id: `${event.id}-${half}`, data: { ...event.data, quantity } }));
}

export const usagePartsAddUp = law({
  id: "invariance.split-usage",
  suite: "invariance",
  sentence: {
    en: "Usage told in two halves costs what it costs in one",
    ja: "半分ずつ伝えられた使用量は、一度に伝えた場合と同じ額になる",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  fits: ({ events }) =>
    events.some(({ type }) => type === "dev.flexbill.usage") && firstOnly(events).length === events.length,
  requests: (month) => [month, withEvents(month, (events) => events.flatMap(halves))],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with a fraction": share(
      27,
      hasSome("dev.flexbill.usage", ({ quantity }) => quantity.includes(".")),
    ),
  },
});
