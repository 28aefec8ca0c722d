import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { usages } from "../generators/small-months.ts";
import { monthsOfAnyZone } from "../generators/zones.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { dataOf, usageMonths } from "./rewriting.ts";

const months = monthsOfAnyZone.chain(({ timeZone, month, start, end }) => {
  const near = fc.tuple(fc.constantFrom(start, end), fc.constantFrom(-1, 0, 1, -1000, 3_600_000));
  const at = near.map(([edge, more]) => new Date(Date.parse(edge) + more).toISOString());
  return usageMonths({
    happenings: usages({ product: "widgets", unit: "piece", quantity: fc.constant("1"), at }),
    contract: fc.constant({ timeZone }),
    month,
  }).map((given) => ({ ...given, start, end }));
});

export const monthEdges = law({
  id: "time.month-edges",
  suite: "time",
  sentence: {
    en: "A month begins and ends on the first instant of its first day in the zone of the contract",
    ja: "月は契約の時間帯における初日の最初の瞬間に始まり、翌月のそれに終わる",
  },
  clauses: ["T-02"],
  neutral: true,
  given: months,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const inside = dataOf(month, "dev.flexbill.usage").filter(({ at }) => at >= month.start && at < month.end);
    return sameNumber(
      "usage/widgets quantity",
      readDecimal(String(inside.length)),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).quantity,
    );
  },
  classes: {
    "on an edge": {
      of: (month) => dataOf(month, "dev.flexbill.usage").some(({ at }) => at === month.start || at === month.end),
      atLeastPercent: 20,
    },
    "away from UTC": { of: ({ contract }) => contract.timeZone !== "UTC", atLeastPercent: 60 },
    "in a zone off the hour": { of: ({ start }) => !start.includes(":00:00."), atLeastPercent: 15 },
  },
});
