import fc from "fast-check";
import { linesOf, nameOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { readDecimal, roundTo, total } from "../plain-rater/fraction.ts";
import { events, hasSome, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

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
const months = smallMonths({ happenings: fees });

export const thirdPartyStandsAlone = law({
  id: "third-party.stands-alone",
  suite: "third-party",
  sentence: {
    en: "A third party's fee is a line of its own, equal to what was passed on, by provider and currency",
    ja: "第三者の料金は、事業者と通貨ごとに独立した明細となり、立て替えた額に等しい",
  },
  clauses: ["T-35", "T-36"],
  neutral: true,
  needs: ["third-party"],
  given: months,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const passed = dataOf(month, "dev.flexbill.fee");
    const keyOf = ({ product, provider, currency }: (typeof passed)[number]) => `${product}/${provider}/${currency}`;
    return [...new Set(passed.map(keyOf))].flatMap((key) => {
      const sum = total(passed.filter((fee) => keyOf(fee) === key).map(({ amount }) => readDecimal(amount)));
      const lines = linesOf(answer, (line) => line.kind === "third-party" && nameOf(line) === `third-party/${key}`);
      return sameNumber(`third-party/${key}`, roundTo(sum, 2, "half-up"), sumOfLines(lines).low);
    });
  },
  classes: {
    "with two fees": share(46, events(2)),
    "with a part of a cent": share(
      53,
      hasSome("dev.flexbill.fee", ({ amount }) => /\.\d{3}/.test(amount)),
    ),
  },
});
