import fc from "fast-check";
import { sameLines } from "../answers/lines.ts";
import { smallAccount, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
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

const twin: Event = {
  specversion: "1.0",
  id: "twin",
  source: "/told-again",
  subject: smallAccount,
  type: "dev.flexbill.fee",
  data: {
    provider: "Zorbl",
    product: "third-party-messaging",
    amount: "2.5",
    currency: "USD",
    at: "2025-05-11T00:00:00Z",
    reference: "SM1",
  },
};

function withoutFee(event: Event): Event {
  const named = event.type === "dev.flexbill.message" && event.data.message === "SM1";
  return named ? { ...event, data: { ...event.data, provider: null } } : event;
}

export const feeToldTwice = law({
  id: "third-party.told-twice",
  suite: "third-party",
  sentence: {
    en: "A fee told in its message and again by itself is charged once",
    ja: "メッセージ内と単独で二度伝えられた料金は一度だけ請求される",
  },
  clauses: ["T-35"],
  given: smallMonths({ happenings: messages }),
  requests: (month) => [
    withEvents(month, (events) => [...events, twin]),
    withEvents(month, (events) => [...events.map(withoutFee), twin]),
  ],
  holds: (_month, [plain, without]) => sameLines(without, plain, ({ kind }) => kind === "third-party"),
  classes: {
    "with the fee told in a message": share(
      23,
      hasSome("dev.flexbill.message", ({ message, provider }) => message === "SM1" && provider?.fee !== null),
    ),
    "with a fee that is not known": share(
      8,
      hasSome("dev.flexbill.message", ({ message, provider }) => message === "SM1" && provider?.fee === null),
    ),
  },
});
