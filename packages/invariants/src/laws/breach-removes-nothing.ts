import { sameLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { overAnAllowance, share, underAnAllowance } from "./classes.ts";
import { functionMonths } from "./months.ts";
import { withEvents } from "./rewriting.ts";

export const breachRemovesNothing = law({
  id: "breach.removes-nothing",
  suite: "breach",
  sentence: {
    en: "A use that is not eligible adds a possible line and leaves the ordinary ones",
    ja: "対象外の用途は可能性の明細を加えるだけで、通常の明細を消さない",
  },
  clauses: ["T-48"],
  given: functionMonths,
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.map((event) => ({ ...event, data: { ...event.data, useCase: "marketing" } }) as Event),
    ),
  ],
  holds: (_month, [plain, ineligible]) => sameLines(plain, ineligible, ({ kind }) => kind !== "breach"),
  classes: {
    "over an allowance": share(32, overAnAllowance),
    "with an included quantity": share(1, underAnAllowance),
  },
});
