import fc from "fast-check";
import { sameLines } from "../answers/lines.ts";
import { smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { hasSome, share } from "./classes.ts";
import { withEvents } from "./rewriting.ts";

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

export const messagesWithoutFees = law({
  id: "third-party.outside-other-lines",
  suite: "third-party",
  sentence: {
    en: "A message costs the same on every other line, whatever its provider asks",
    ja: "提供者の料金がいくらでも、ほかの明細は変わらない",
  },
  clauses: ["T-35"],
  given: smallMonths({
    happenings: messages,
    contract: fc.constantFrom({}, { plan: [{ model: "active-user-hour" as const, price: "1" }] }),
    prices: fc.constant([{ product: "channels-messages", unit: "message", price: "0.005" }]),
  }),
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.map((event) =>
        event.type === "dev.flexbill.message" ? { ...event, data: { ...event.data, provider: null } } : event,
      ),
    ),
  ],
  holds: (_month, [plain, without]) => sameLines(without, plain, ({ kind }) => kind !== "third-party"),
  classes: {
    "with a channel message": share(
      48,
      hasSome("dev.flexbill.message", ({ channel }) => channel === "whatsapp"),
    ),
    "with a message of another app": share(
      48,
      hasSome("dev.flexbill.message", ({ channel }) => channel === "ott"),
    ),
  },
});
