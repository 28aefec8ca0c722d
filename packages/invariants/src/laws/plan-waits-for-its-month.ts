import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { beginsInside, share } from "./classes.ts";
import { months } from "./months.ts";

export const planWaitsForItsMonth = law({
  id: "plan.first-instant",
  suite: "plan",
  sentence: {
    en: "A plan that begins inside a month changes nothing of that month",
    ja: "月の途中に始まるプランは、その月を変えない",
  },
  clauses: ["T-10"],
  given: months,
  requests: (month) => [
    month,
    {
      ...month,
      contract: {
        ...month.contract,
        plan: (month.contract.plan ?? []).filter(({ from }) => from === undefined || from <= `${month.month}-01`),
      },
    },
  ],
  holds: (_given, [plain, other]) => sameAnswer(other, plain),
  classes: {
    "with a plan that waits": share(12, (month) =>
      (month.contract.plan ?? []).some(({ from }) => beginsInside(from, month)),
    ),
  },
});
