import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { usages } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { hasSome, share } from "./classes.ts";
import { dataOf, usageMonths } from "./rewriting.ts";

/** March 2026 in New York has an hour less; its last midnight is one of summer time. */
const end = "2026-04-01T04:00:00.000Z";
const at = fc
  .constantFrom(-3_600_001, -1, 0, 1_800_000, 3_599_999)
  .map((more) => new Date(Date.parse(end) + more).toISOString());
const months = usageMonths({
  happenings: usages({ product: "widgets", unit: "piece", quantity: fc.constant("1"), at }),
  contract: fc.constant({ timeZone: "America/New_York" }),
  month: "2026-03",
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
    const inside = dataOf(month, "dev.flexbill.usage").filter(({ at }) => at < end);
    return sameNumber(
      "usage/widgets quantity",
      readDecimal(String(inside.length)),
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).quantity,
    );
  },
  classes: {
    "in the last hour of the month": share(
      21,
      hasSome("dev.flexbill.usage", ({ at }) => at >= "2026-04-01T03:00:00.000Z" && at < end),
    ),
    "on the edge of the month": share(
      19,
      hasSome("dev.flexbill.usage", ({ at }) => at === end),
    ),
  },
});
