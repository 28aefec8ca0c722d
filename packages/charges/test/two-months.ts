import fc from "fast-check";
import type { EventDocument, RequestDocument } from "./generated-requests.ts";

const account = "AC00000000000000000000000000000001";
const dayMs = 86_400_000;
/** Thirty days that a month's end cuts in two, and how far back they lie inside of May. */
const windowStart = Date.UTC(2025, 4, 16);
const windowMs = 30 * dayMs;
const backMs = 15 * dayMs;

/** A happening by its place in the window, in whole seconds. */
interface Happening {
  readonly kind: "presence" | "sms" | "leg" | "fee";
  readonly second: number;
  readonly length: number;
  readonly user: string;
}

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("presence" as const, "presence" as const, "sms" as const, "leg" as const, "fee" as const),
    second: fc.nat(windowMs / 1000 - 1),
    length: fc.integer({ min: 1, max: (5 * dayMs) / 1000 }),
    user: fc.constantFrom("WK1", "WK2", "WK3"),
  }),
  { minLength: 1, maxLength: 12 },
);

function dataOf({ kind, second, length, user }: Happening, backwards: number): Readonly<Record<string, unknown>> {
  const at = (seconds: number) =>
    new Date(windowStart - backwards + Math.min(seconds * 1000, windowMs)).toISOString().replace(".000Z", "Z");
  const place = { country: "US", numberType: "local" };
  switch (kind) {
    case "presence":
      return { user, activity: "WA2", start: at(second), end: at(second + length) };
    case "sms": {
      const message = { message: `SM${second}`, channel: "sms", direction: "outbound", at: at(second), ...place };
      return { ...message, segments: String(length % 7), provider: null, user, customer: null };
    }
    case "leg": {
      const leg = { call: `CA${second}`, leg: "pstn", direction: "inbound", start: at(second), ...place };
      return { ...leg, seconds: String(length % 9000), status: "completed", user };
    }
    case "fee": {
      const fee = { provider: "Meta", product: "third-party-messaging", currency: "USD", reference: null };
      return { ...fee, amount: `${Math.floor(length / 100)}.${String(length % 100).padStart(2, "0")}`, at: at(second) };
    }
  }
}

const types = { presence: "presence", sms: "message", leg: "call-leg", fee: "fee" } as const;

function eventsOf(list: readonly Happening[], backwards: number): readonly EventDocument[] {
  return list.map((each, index) => {
    const envelope = { specversion: "1.0", id: `e${index}`, source: "/two-months", subject: account };
    return { ...envelope, type: `dev.flexbill.${types[each.kind]}`, data: dataOf(each, backwards) };
  });
}

/** Flat prices, each of whole cents: a dollar a second, so that what rounds per line has nothing to round. */
const override = (product: string, unit: string, price: string) => ({ product, unit, price });
const contract = {
  account,
  currency: "USD",
  plan: [{ model: "active-user-hour", price: "3600" }],
  prices: {
    book: "twilio-us-2026-08",
    overrides: [override("sms-outbound", "segment", "0.03"), override("pstn-voice-inbound", "minute", "0.02")],
  },
  allowances: [
    { product: "programmable-voice-platform", quantity: "1000000", per: "project-month", provenance: "contract" },
  ],
};

/** What happened in thirty days: rated as parts of two months, and as part of one. */
export interface TwoMonths {
  readonly first: RequestDocument;
  readonly second: RequestDocument;
  readonly atOnce: RequestDocument;
  readonly crosses: boolean;
}

/** Thirty days on both sides of a month's end, and the same thirty days inside of one month. */
export const twoMonths: fc.Arbitrary<TwoMonths> = happenings.map((list) => {
  const request = (month: string, backwards: number): RequestDocument => ({
    contract,
    month,
    events: eventsOf(list, backwards),
  });
  const edge = (Date.UTC(2025, 5, 1) - windowStart) / 1000;
  const crosses = list.some(
    ({ kind, second, length }) => kind === "presence" && second < edge && second + length > edge,
  );
  return { first: request("2025-05", 0), second: request("2025-06", 0), atOnce: request("2025-05", backMs), crosses };
});
