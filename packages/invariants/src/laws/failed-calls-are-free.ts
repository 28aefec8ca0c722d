import fc from "fast-check";
import { sameAnswer } from "../answers/lines.ts";
import { people, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { hasSome, share } from "./classes.ts";
import { withEvents } from "./rewriting.ts";

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

export const failedCallsAreFree = law({
  id: "calls.failed",
  suite: "calls",
  sentence: {
    en: "A call that was not completed costs nothing",
    ja: "完了しなかった通話に料金はかからない",
  },
  clauses: ["T-22"],
  given: calls,
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.filter((event) => event.type !== "dev.flexbill.call-leg" || event.data.status === "completed"),
    ),
  ],
  holds: (_given, [plain, other]) => sameAnswer(other, plain),
  classes: {
    "with a call that failed": share(
      53,
      hasSome("dev.flexbill.call-leg", ({ status }) => status !== "completed"),
    ),
  },
});
