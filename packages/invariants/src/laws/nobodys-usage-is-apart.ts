import { linesOf, sameLines, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallAccount } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import type { Event } from "../request.ts";
import { overAnAllowance, share, underAnAllowance } from "./classes.ts";
import { functionMonths } from "./months.ts";
import { withEvents } from "./rewriting.ts";

const ofNobody: Event = {
  specversion: "1.0",
  id: "of-nobody",
  source: "/nobody",
  subject: smallAccount,
  type: "dev.flexbill.usage",
  data: {
    product: "functions",
    unit: "invocation",
    quantity: "3",
    at: "2025-05-10T00:00:00Z",
    user: null,
    dimensions: {},
  },
};

export const nobodysUsageIsApart = law({
  id: "allowances.usage-of-nobody",
  suite: "allowances",
  sentence: {
    en: "Usage of nobody is told apart and uses up no allowance of a user",
    ja: "利用者のない使用は別に示され、誰の許容量も減らさない",
  },
  clauses: ["T-43"],
  given: functionMonths,
  requests: (month) => [month, withEvents(month, (events) => [...events, ofNobody])],
  holds: (_month, [without, plain]) => {
    const apart = linesOf(plain, ({ rate }) => rate === "unattributed");
    return [
      ...sameLines(without, plain, ({ rate, product }) => product === "functions" && rate !== "unattributed"),
      ...sameNumber("overage/functions/unattributed quantity", readDecimal("3"), sumOfLines(apart).quantity),
    ];
  },
  classes: {
    "over an allowance": share(32, overAnAllowance),
    "under an allowance": share(1, underAnAllowance),
  },
});
