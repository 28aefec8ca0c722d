import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { people, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { ceilingOf, fraction, readDecimal, times, total } from "../plain-rater/fraction.ts";
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

export const callsAreMinutes = law({
  id: "calls.minutes-of-legs",
  suite: "calls",
  sentence: {
    en: "Each completed leg counts in whole minutes of its own, in the month where it starts",
    ja: "完了した通話区間は、それぞれ分単位に切り上げ、開始した月に数える",
  },
  clauses: ["T-22"],
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
      "usage/pstn-voice-inbound quantity",
      minutes,
      sumOfLines(linesOf(answer, ({ product }) => product === "pstn-voice-inbound")).quantity,
    );
  },
  classes: {
    "with a part of a minute": share(
      48,
      hasSome("dev.flexbill.call-leg", ({ seconds }) => Number(seconds) % 60 !== 0),
    ),
    "with a call over the month's edge": share(
      56,
      hasSome("dev.flexbill.call-leg", ({ start }) => start.endsWith("23:59:30Z")),
    ),
    "with a call that failed": share(
      53,
      hasSome("dev.flexbill.call-leg", ({ status }) => status !== "completed"),
    ),
  },
});
