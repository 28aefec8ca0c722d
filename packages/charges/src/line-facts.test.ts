import { expect, test } from "vitest";
import { event, present, rated, used } from "../test/small-months.ts";

const call = { leg: "sip", direction: "inbound", country: null, numberType: null, peer: "third-party-carrier" };
const told = { amount: "1", currency: "USD", at: "2025-05-09T10:00:00Z", reference: null };
const allowances = [{ product: "taskrouter", quantity: "2", per: "user-month", provenance: "contract" }];

/** A month in which every kind of charge happens. */
const everything = {
  contract: {
    plan: [{ model: "active-user-hour", price: "2", freeHours: "1" }],
    allowances,
    commitment: { monthlyMinimum: "1000" },
    support: { plan: "production", percent: "0.1" },
    adjustments: [{ corrects: "2025-04/usage/x", amount: "1", month: "2025-05" }],
    tax: [{ name: "VAT", percent: "0.2" }],
  },
  events: [
    present("WKa", 3),
    used("taskrouter", "task", "3", { user: "WKa", useCase: "marketing" }),
    used("taskrouter", "task", "1"),
    used("studio", "engagement", "1", { user: "WKa" }),
    used("lookup", "request", "1"),
    used("sms-inbound", "segment", "1"),
    used("sms-outbound", "segment", "1"),
    used("mms-inbound", "message", "1"),
    used("mms-outbound", "message", "1"),
    used("pstn-voice-inbound", "minute", "1"),
    used("pstn-voice-outbound", "minute", "1"),
    used("recording-storage", "minute", "1"),
    used("carrier-fee", "segment", "1", { dimensions: { carrier: "att" } }),
    ...["messaging", "virtual-agent", "voice"].map((kind) =>
      event("fee", { ...told, product: `third-party-${kind}`, provider: `the ${kind} provider` }),
    ),
    event("call-leg", {
      ...{ ...call, call: "CA1", start: "2025-05-06T10:00:00Z" },
      ...{ seconds: "60", status: "completed", user: "WKa" },
    }),
  ],
};

test("every kind of line names its payee, its unit and the clauses that it rests on", () => {
  const facts = rated(everything).charges.map(
    ({ id, payee, unit, clauses }) => `${id} | ${payee} | ${unit} | ${clauses.join(" ")}`,
  );
  expect(facts).toEqual([
    "license/flex-active-user-hour | Twilio | hour | T-07 T-08",
    "credit/flex-active-user-hour | Twilio | hour | T-07 T-08",
    "included/taskrouter | Twilio | task | T-29 T-41",
    "overage/programmable-voice-platform | Twilio | minute | T-22 T-41 T-42",
    "overage/sip-interface | Twilio | minute | T-24 T-41 T-42",
    "overage/studio | Twilio | engagement | T-25 T-41 T-42",
    "overage/taskrouter | Twilio | task | T-29 T-41 T-42 T-43",
    "overage/taskrouter/unattributed | Twilio | task | T-29 T-42 T-43",
    "usage/lookup | Twilio | request | T-12 T-10",
    "usage/mms-inbound | Twilio | message | T-36",
    "usage/mms-outbound | Twilio | message | T-36",
    "usage/pstn-voice-inbound | Twilio | minute | T-38",
    "usage/pstn-voice-outbound | Twilio | minute | T-38",
    "usage/recording-storage | Twilio | minute | T-33",
    "usage/sms-inbound | Twilio | segment | T-36",
    "usage/sms-outbound | Twilio | segment | T-36",
    "third-party/carrier-fee | att | segment | T-36",
    "third-party/third-party-messaging/the messaging provider | the messaging provider | fee | T-35 T-36",
    "third-party/third-party-virtual-agent/the virtual-agent provider | the virtual-agent provider | fee | T-36 T-38",
    "third-party/third-party-voice/the voice provider | the voice provider | fee | T-38",
    "surcharge/sip-third-party-pstn | Twilio | minute | T-39 T-40",
    "breach/taskrouter | Twilio | task | T-29 T-45 T-47 T-48",
    "commitment/monthly-minimum | Twilio | month | T-10",
    "support/support-plan/production | Twilio | month | T-57",
    "adjustment/adjustment/2025-04/usage/x | Twilio | adjustment | T-51",
    "tax/tax/VAT | Twilio | month | ",
  ]);
});

test("a product that nobody knows is charged apart, by the clause of what is not included", () => {
  const { charges } = rated({ events: [used("acme-widget", "widget", "1")] });
  expect(charges.at(-1)).toMatchObject({ id: "usage/acme-widget", clauses: ["T-12"] });
});
