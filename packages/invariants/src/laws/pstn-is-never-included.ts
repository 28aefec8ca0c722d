import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { people, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { ceilingOf, fraction, readDecimal, roundTo, times, total } from "../plain-rater/fraction.ts";
import { hasSome, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

const starts = fc.constantFrom("2025-05-31T23:59:30Z", "2025-05-10T12:00:00Z", "2025-04-30T23:59:30Z");
const legs = fc
  .record({
    call: fc.constant("CA1"),
    leg: fc.constant("pstn" as const),
    direction: fc.constant("inbound" as const),
    country: fc.constant("US"),
    numberType: fc.constant("local"),
    start: starts,
    seconds: fc.constantFrom("0", "1", "59.5", "60", "61", "120"),
    status: fc.constantFrom("completed", "completed", "busy", "no-answer", "failed"),
    user: fc.constantFrom(null, people[0]),
  })
  .map((data) => ({ type: "dev.flexbill.call-leg" as const, data }));
const calls = smallMonths({
  happenings: legs,
  contract: fc.constantFrom(
    {},
    {
      plan: [{ model: "active-user-hour" as const, price: "1" }],
      allowances: [{ product: "programmable-voice-platform", quantity: "1000", per: "project-month" as const }],
    },
  ),
  prices: fc.constant([{ product: "pstn-voice-inbound", unit: "minute", price: "0.0085" }]),
});

export const pstnIsNeverIncluded = law({
  id: "calls.pstn-never-included",
  suite: "calls",
  sentence: {
    en: "No allowance includes the minutes of the telephone network",
    ja: "電話網の通話分は、どの許容量にも含まれない",
  },
  clauses: ["T-38"],
  given: calls,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const billed = dataOf(month, "dev.flexbill.call-leg").filter(
      ({ status, start }) => status === "completed" && start.startsWith("2025-05"),
    );
    const minutes = total(
      billed.map(({ seconds }) => fraction(ceilingOf(times(readDecimal(seconds), fraction(1n, 60n))))),
    );
    return sameNumber(
      "usage/pstn-voice-inbound high",
      roundTo(times(minutes, readDecimal("0.0085")), 2, "half-up"),
      sumOfLines(linesOf(answer, ({ product }) => product === "pstn-voice-inbound")).high,
    );
  },
  classes: {
    "under an allowance for voice": share(33, ({ contract }) => (contract.allowances ?? []).length > 0),
    "with a completed call": share(
      40,
      hasSome("dev.flexbill.call-leg", ({ status }) => status === "completed"),
    ),
  },
});
