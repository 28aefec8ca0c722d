import fc from "fast-check";
import { sameLines } from "../answers/lines.ts";
import { smallMonths, usages } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { has, hasSome, share } from "./classes.ts";
import { withEvents } from "./rewriting.ts";

const fees = fc
  .record({
    provider: fc.constantFrom("Zorbl", "Quillnet", "Ümlaut Voice"),
    product: fc.constantFrom("third-party-messaging", "third-party-voice"),
    amount: fc.constantFrom("0.0135", "0.005", "1.005", "12.34", "0.5"),
    currency: fc.constantFrom("USD", "EUR"),
    at: fc.constant("2025-05-10T12:00:00Z"),
    reference: fc.constant(null),
  })
  .map((data) => ({ type: "dev.flexbill.fee" as const, data }));

export const minimumIgnoresThirdParties = law({
  id: "third-party.outside-the-minimum",
  suite: "third-party",
  sentence: {
    en: "Fees of third parties do not count towards a minimum commitment",
    ja: "第三者の料金は最低利用額に算入されない",
  },
  clauses: ["T-35"],
  neutral: true,
  needs: ["commitment", "third-party"],
  given: smallMonths({
    happenings: fc.oneof(fees, usages({ product: "widgets", unit: "piece" })),
    contract: fc.constant({ commitment: { monthlyMinimum: "1000.00" } }),
  }),
  requests: (month) => [month, withEvents(month, (events) => events.filter(({ type }) => type !== "dev.flexbill.fee"))],
  holds: (_month, [plain, without]) => sameLines(without, plain, ({ kind }) => kind === "commitment"),
  classes: {
    "with a fee": share(49, has("dev.flexbill.fee")),
    "with a fee in the account's currency": share(
      26,
      hasSome("dev.flexbill.fee", ({ currency }) => currency === "USD"),
    ),
  },
});
