import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { readDecimal, total } from "../plain-rater/fraction.ts";
import { share } from "./classes.ts";
import { usageMonths } from "./rewriting.ts";

export const adjustmentsAsGiven = law({
  id: "plan.adjustments",
  suite: "plan",
  sentence: {
    en: "An adjustment is charged or given back once, as it stands, in its own month",
    ja: "調整は、その月に一度だけ、記載どおりに反映される",
  },
  neutral: true,
  needs: ["adjustment"],
  given: usageMonths({
    contract: fc.record({
      adjustments: fc.array(
        fc.record({
          corrects: fc.constant(null),
          amount: fc.constantFrom("-1.02", "2.5", "-0.5"),
          month: fc.constantFrom("2025-05", "2025-06"),
        }),
        { maxLength: 3 },
      ),
    }),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) =>
    sameNumber(
      "adjustment",
      total(
        (month.contract.adjustments ?? [])
          .filter((one) => one.month === month.month)
          .map(({ amount }) => readDecimal(amount)),
      ),
      sumOfLines(linesOf(answer, ({ kind }) => kind === "adjustment")).low,
    ),
  classes: {
    "with two adjustments": share(30, ({ contract }) => (contract.adjustments ?? []).length > 1),
    "with one of another month": share(33, ({ contract, month }) =>
      (contract.adjustments ?? []).some((one) => one.month !== month),
    ),
    "with one below zero": share(44, ({ contract }) =>
      (contract.adjustments ?? []).some(({ amount }) => amount.startsWith("-")),
    ),
  },
});
