import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import { hasSome, share } from "./classes.ts";

export const rentalEveryMonth = law({
  id: "time.rental",
  suite: "time",
  sentence: {
    en: "A number is rented once in every month until it is given back, short months included",
    ja: "番号は返却まで、短い月も含め毎月一度だけ課金される",
  },
  clauses: ["T-51"],
  given: smallMonths({
    happenings: fc
      .record({
        number: fc.constant("PN1"),
        country: fc.constant("US"),
        numberType: fc.constant("local"),
        purchased: fc.constantFrom(
          "2025-01-31T12:00:00Z",
          "2025-01-30T12:00:00Z",
          "2025-01-01T00:00:00Z",
          "2025-01-15T12:00:00Z",
        ),
        released: fc.constant(null),
      })
      .map((data) => ({ type: "dev.flexbill.number" as const, data })),
  }),
  requests: (month) => ["2025-02", "2025-03", "2025-04", "2025-06"].map((each) => ({ ...month, month: each })),
  holds: (month, answers) =>
    answers.flatMap((answer) =>
      sameNumber(
        "usage/phone-number-rental quantity",
        readDecimal(String(month.events.length)),
        sumOfLines(linesOf(answer, ({ product }) => product === "phone-number-rental")).quantity,
      ),
    ),
  classes: {
    "bought on a day that months lack": share(
      48,
      hasSome("dev.flexbill.number", ({ purchased }) => purchased.startsWith("2025-01-3")),
    ),
  },
});
