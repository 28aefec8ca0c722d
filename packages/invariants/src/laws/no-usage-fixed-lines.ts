import { linesOf, nameOf } from "../answers/lines.ts";
import { law } from "../law.ts";
import { events, share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";
import { withEvents } from "./rewriting.ts";

export const noUsageFixedLines = law({
  id: "conservation.nothing-used",
  suite: "conservation",
  sentence: {
    en: "Where nothing happened only fixed lines are left",
    ja: "何も使われなければ固定の明細だけが残る",
  },
  clauses: ["T-10"],
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => [withEvents(month, () => [])],
  holds: (_month, [answer]) =>
    linesOf(answer, ({ kind }) =>
      ["included", "overage", "usage", "third-party", "surcharge", "breach", "credit"].includes(kind),
    ).map((line) => ({
      line: nameOf(line),
      expected: "no line",
      actual: line.amount.low,
    })),
  classes: {
    "where something happened": share(86, events(1)),
  },
});
