import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, total } from "../plain-rater/fraction.ts";
import { dataOf } from "./rewriting.ts";

const messages = fc
  .record({
    message: fc.constantFrom("SM1", "SM2", "SM3"),
    channel: fc.constantFrom("ott", "whatsapp"),
    direction: fc.constant("outbound" as const),
    at: fc.constant("2025-05-10T12:00:00Z"),
    provider: fc.record({
      name: fc.constant("Zorbl"),
      category: fc.constant("utility"),
      fee: fc.constantFrom(null, { amount: "1.005", currency: "USD" }, { amount: "0.0135", currency: "USD" }),
    }),
    user: fc.constant(null),
    customer: fc.constant(null),
    conversation: fc.constant(null),
  })
  .map((data) => ({ type: "dev.flexbill.message" as const, data }));

export const unknownFeeIsUnknown = law({
  id: "third-party.unknown-fee",
  suite: "third-party",
  sentence: {
    en: "A fee that is not known makes the line open at the top, never zero",
    ja: "不明な料金は上限を未定とし、ゼロとはしない",
  },
  clauses: ["T-35"],
  given: smallMonths({ happenings: messages }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const fees = dataOf(month, "dev.flexbill.message").map(({ provider }) => provider?.fee ?? null);
    const known = total(fees.map((fee) => readDecimal(fee?.amount ?? "0")));
    const { low, high } = sumOfLines(linesOf(answer, ({ kind }) => kind === "third-party"));
    const rounded = roundTo(known, 2, "half-up");
    return [
      ...sameNumber("third-party low", rounded, low),
      ...sameNumber("third-party high", fees.includes(null) ? null : rounded, high),
    ];
  },
  classes: {
    "with an unknown fee": {
      of: (month) => dataOf(month, "dev.flexbill.message").some(({ provider }) => provider?.fee === null),
      atLeastPercent: 20,
    },
  },
});
