import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { usages } from "../generators/small-months.ts";
import { changingDays, zonedMonth } from "../generators/zones.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { dataOf, usageMonths } from "./rewriting.ts";

const months = changingDays
  .map(({ timeZone, month }) => zonedMonth(timeZone, month))
  .chain(({ timeZone, month, end }) => {
    const at = fc
      .constantFrom(-3_600_001, -1, 0, 1_800_000, 3_599_999)
      .map((more) => new Date(Date.parse(end) + more).toISOString());
    return usageMonths({
      happenings: usages({ product: "widgets", unit: "piece", quantity: fc.constant("1"), at }),
      contract: fc.constant({ timeZone }),
      month,
    }).map((given) => ({ ...given, end }));
  });

export const clockChanges = law({
  id: "time.clock-change",
  suite: "time",
  sentence: {
    en: "A month with a change of clocks ends where its last day does",
    ja: "時計の変わる月も、その最後の日の終わりで終わる",
  },
  clauses: ["T-02"],
  neutral: true,
  given: months,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const inside = dataOf(month, "dev.flexbill.usage").filter(({ at }) => at < month.end);
    return sameNumber(
      "usage/widgets quantity",
      readDecimal(String(inside.length)),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).quantity,
    );
  },
  classes: {
    "in the last hour of the month": {
      of: (month) => timesOf(month).some((at) => at < month.end && Date.parse(at) >= Date.parse(month.end) - 3_600_000),
      atLeastPercent: 21,
    },
    "on the edge of the month": { of: (month) => timesOf(month).includes(month.end), atLeastPercent: 19 },
    "away from New York": { of: ({ contract }) => contract.timeZone !== "America/New_York", atLeastPercent: 40 },
  },
});

function timesOf(month: RatingRequest): readonly string[] {
  return dataOf(month, "dev.flexbill.usage").map(({ at }) => at);
}
