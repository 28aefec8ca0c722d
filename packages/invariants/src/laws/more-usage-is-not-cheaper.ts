import { linesOf, notAbove, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { widgetMonths } from "./months.ts";
import { withEvents } from "./rewriting.ts";

export const moreUsageIsNotCheaper = law({
  id: "monotone.usage",
  suite: "monotone",
  sentence: {
    en: "More usage of one price never costs less",
    ja: "使用量が増えて料金が下がることはない",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [withEvents(month, (events) => events.slice(1)), month],
  holds: (_given, [less, more]) =>
    notAbove("usage/widgets", sumOfLines(linesOf(less)).low, sumOfLines(linesOf(more)).low),
  classes: {
    "with usage": share(66, events(1)),
  },
});
