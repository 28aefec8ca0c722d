import { month } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook, shippedBook } from "@flexbill/products";
import { type Contract, parseContract } from "@flexbill/terms";
import { type FlexEvent, type Metered, meter, parseEvent } from "@flexbill/usage";

const account = "AC00000000000000000000000000000001";

/** Products of a busy contact centre with their units: all kinds of lines come of them. */
const used: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["agent-conference", "minute", {}],
  ["channels-messages", "message", { channel: "whatsapp" }],
  ["lookup", "request", {}],
  ["programmable-voice-platform", "minute", {}],
  ["pstn-voice-inbound", "minute", { country: "US", numberType: "local" }],
  ["sip-interface", "minute", { peer: "third-party-carrier" }],
  ["studio", "engagement", {}],
  ["taskrouter", "task", {}],
  ["video", "participant-minute", {}],
];

const users = Array.from({ length: 100 }, (_, index) => `WK${String(index).padStart(32, "0")}`);

function eventOf(type: string, id: string, data: object): FlexEvent {
  const parsed = parseEvent({
    specversion: "1.0",
    id,
    source: "/bench",
    type: `dev.flexbill.${type}`,
    subject: account,
    data,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function* events(): Generator<FlexEvent> {
  for (const [index, user] of users.entries()) {
    const start = "2025-05-06T08:00:00Z";
    const end = `2025-05-06T${10 + (index % 10)}:${10 + (index % 50)}:07Z`;
    yield eventOf("presence", `p${index}`, { user, activity: "WA00000000000000000000000000000002", start, end });
    for (const [product, unit, dimensions] of used) {
      const quantity = String(40 + ((index * 37) % 200));
      yield eventOf("usage", `u${index}-${product}`, {
        product,
        unit,
        quantity,
        at: "2025-05-10T10:00:00Z",
        user,
        dimensions,
      });
    }
  }
}

const allowance = (product: string, quantity: string, per = "user-month") => ({
  product,
  quantity,
  per,
  provenance: "contract",
});

const document = {
  account,
  currency: "USD",
  plan: [{ model: "active-user-hour", price: "1.00", freeHours: "100" }],
  allowances: [
    allowance("taskrouter", "100"),
    allowance("agent-conference", "12", "active-hour"),
    allowance("video", "9000", "project-month"),
    allowance("channels-messages", "60"),
    allowance("sip-interface", "120"),
  ],
  prices: { book: "twilio-us-2026-08", overrides: [{ product: "taskrouter", unit: "task", price: "0.0125" }] },
  commitment: { monthlyMinimum: "5000" },
  support: { plan: "production", percent: "0.04", minimum: "250" },
  tax: [{ name: "VAT", percent: "0.1" }],
};

function read<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** The contract of the measured month. */
export const contract: Contract = read(parseContract(document));

/** The shipped list prices. */
export const priceBook: PriceBook =
  shippedBook("twilio-us-2026-08") ?? read(parsePriceBook({ value: [], placeOf: () => undefined }));

/** About a thousand usage rows of a hundred users, metered once. */
export const metered: Metered = meter(events(), { contract, month: month("2025-05") });
