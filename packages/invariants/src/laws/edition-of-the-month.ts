import fc from "fast-check";
import { raisesJustIf } from "../answers/lines.ts";
import { law } from "../law.ts";
import { share } from "./classes.ts";
import { usageMonths } from "./rewriting.ts";

export const editionOfTheMonth = law({
  id: "edition.by-month",
  suite: "edition",
  sentence: {
    en: "The edition of the terms is that of the month, whenever the month is rated",
    ja: "約款の版は、計算の時期にかかわらず、その月のものである",
  },
  clauses: ["T-02"],
  needs: ["license"],
  given: fc
    .tuple(
      usageMonths(),
      fc.constantFrom("2025-02", "2025-03", "2025-04", "2025-05", "2026-01"),
      fc.constantFrom("2025-05-02T00:00:00Z", "2027-01-01T00:00:00Z"),
    )
    .map(([given, month, asOf]) => ({ ...given, month, asOf })),
  requests: (month) => [month],
  holds: (given, [answer]) => raisesJustIf(answer, "terms.unknown-edition", given.month < "2025-04"),
  classes: {
    "before the first edition": share(22, ({ month }) => month < "2025-04"),
    "rated long after": share(30, ({ asOf }) => asOf?.startsWith("2027") === true),
  },
});
