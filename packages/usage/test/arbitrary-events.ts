import fc from "fast-check";
import { account } from "./sample.ts";

const start = Date.UTC(2025, 3, 20);
const end = Date.UTC(2025, 5, 10);

function rfc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}

/** An instant around May 2025, now and then with an offset or finer than a millisecond. */
export const instantTexts = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: start, max: end }).map(rfc) },
  { weight: 1, arbitrary: fc.integer({ min: start, max: end }).map((ms) => rfc(ms).replace("Z", "+00:00")) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: start, max: end }).map((ms) => `${new Date(ms).toISOString().slice(0, -1)}25Z`),
  },
);

/** Two instants in order; the second null now and then. */
export const spans = fc.tuple(instantTexts, instantTexts, fc.integer({ min: 0, max: 5 })).map(([a, b, open]) => {
  const [first = a, last = b] = [a, b].sort((x, y) => Date.parse(x) - Date.parse(y) || (x < y ? -1 : 1));
  return { start: first, end: open === 0 ? null : Date.parse(first) === Date.parse(last) ? first : last };
});

const users = fc.constantFrom("WK1", "WK2", "WK3");
const someone = fc.option(users, { freq: 4 });
const quantities = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map(String),
  fc.constantFrom("0.5", "12.25", "1e2", "0060", "60.0", "59.9999999"),
);
const useCases = fc.constantFrom("contact-center", "marketing", "otp", "other");
const countries = fc.option(fc.constantFrom("US", "DE"));
const numberTypes = fc.option(fc.constantFrom("local", "mobile", "national", "toll-free", "short-code"));
const directions = fc.constantFrom("inbound", "outbound");
const fees = fc.record({ amount: fc.constantFrom("0.0135", "0.02", "1"), currency: fc.constantFrom("USD", "EUR") });
const messageIds = fc.integer({ min: 0, max: 12 }).map((index) => `SM${index}`);
const providers = fc.constantFrom("Meta", "LINE");

const common = {
  useCase: useCases,
  labels: fc.dictionary(fc.constantFrom("team", "site"), fc.string(), { maxKeys: 2 }),
};

function data<T>(
  required: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  optional: Record<string, fc.Arbitrary<unknown>> = {},
) {
  return fc
    .tuple(fc.record(required), fc.record({ ...common, ...optional }, { requiredKeys: [] }))
    .map(([must, may]) => ({ ...must, ...may }));
}

const presence = fc
  .tuple(
    spans,
    data(
      { user: users, activity: fc.constantFrom("WA-logout", "WA-available", "WA-break") },
      { activityName: fc.constantFrom("Available", " OFFline") },
    ),
  )
  .map(([span, rest]) => ({ ...rest, ...span }));

const seat = fc.tuple(spans, data({ user: users })).map(([span, rest]) => ({ ...rest, ...span }));
const signIn = data({ user: users, at: instantTexts });

const callLeg = data(
  {
    call: fc.string({ minLength: 1 }),
    leg: fc.constantFrom("pstn", "client", "sip"),
    direction: directions,
    peer: fc.constantFrom("customer-equipment", "third-party-carrier"),
    start: instantTexts,
    seconds: quantities,
    status: fc.constantFrom("completed", "completed", "busy"),
    user: someone,
  },
  { country: countries, numberType: numberTypes },
);

const message = data(
  {
    message: messageIds,
    channel: fc.constantFrom("sms", "mms", "whatsapp", "messenger", "rcs", "ott", "webchat", "email"),
    direction: directions,
    at: instantTexts,
    segments: quantities,
    provider: fc.option(fc.record({ name: providers, category: fc.constant("utility"), fee: fc.option(fees) })),
    user: someone,
    customer: fc.option(fc.constantFrom("c1", "c2", "c3")),
  },
  {
    country: countries,
    numberType: numberTypes,
    carrier: fc.option(fc.constantFrom("att", "other")),
    conversation: fc.option(fc.constant("CH1")),
  },
);

const recording = fc
  .tuple(spans, data({ recording: fc.string({ minLength: 1 }), seconds: quantities, user: someone }))
  .map(([span, rest]) => ({ ...rest, start: span.start, deleted: span.end }));

const number = fc
  .tuple(spans, data({ number: fc.string({ minLength: 1 }) }, { country: countries, numberType: numberTypes }))
  .map(([span, rest]) => ({ ...rest, purchased: span.start, released: span.end }));

const usage = fc
  .tuple(
    fc.constantFrom(
      ["taskrouter", "task"],
      ["sms-outbound", "segment"],
      ["flex-named-user", "user"],
      ["something", "thing"],
    ),
    data({
      quantity: quantities,
      at: instantTexts,
      user: someone,
      dimensions: fc.dictionary(fc.constantFrom("country", "numberType", "zone"), fc.constantFrom("US", "local"), {
        maxKeys: 2,
      }),
    }),
  )
  .map(([[product, unit], rest]) => ({ product, unit, ...rest }));

const fee = data({
  provider: providers,
  product: fc.constantFrom("third-party-messaging", "third-party-voice", "third-party-virtual-agent"),
  amount: fc.constantFrom("0.0135", "0.02", "12.5"),
  currency: fc.constantFrom("USD", "EUR"),
  at: instantTexts,
  reference: fc.option(messageIds),
});

const byType = { presence, seat, "sign-in": signIn, "call-leg": callLeg, message, recording, number, usage, fee };

/** The names of the event types, without what they all begin with. */
export type TypeName = keyof typeof byType;
export const typeNames = Object.keys(byType) as readonly TypeName[];

/** A valid event of a type, as JSON that nobody has checked. */
export function eventsOf(type: TypeName): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record(
      {
        specversion: fc.constant("1.0"),
        id: fc.uuid(),
        source: fc.constantFrom("/a", "/b"),
        type: fc.constant(`dev.flexbill.${type}`),
        subject: fc.constant(account),
        data: byType[type] as fc.Arbitrary<unknown>,
        time: instantTexts,
        traceparent: fc.string(),
      },
      { requiredKeys: ["specversion", "id", "source", "type", "subject", "data"] },
    )
    .map((value) => ({ ...value }));
}

/** A valid event of any type. */
export const anyEvents = fc.oneof(...typeNames.map(eventsOf));

const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    0,
    1,
    true,
    [],
    {},
    "NaN",
    "1e400",
    "０",
    "-1",
    "1,5",
    ".5",
    "5.",
    "-0",
    "1e-101",
  ),
  fc.constantFrom<unknown>(
    "2025-02-29T00:00:00Z",
    "2025-05-06",
    "2025-05-06T24:00:00Z",
    "2025-05-06T09:00:00",
    "2025-13-01T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "0999-01-01T00:00:00Z",
    "2025-05-06T09:00:00,5Z",
  ),
  fc.constantFrom<unknown>(
    "USD",
    "usd",
    "XXX",
    "local",
    "sip",
    "sms",
    "2.0",
    "dev.flexbill.unheard-of",
    "third-party-voice",
    "taskrouter",
    "carrier-fee",
    "message",
  ),
  fc.string(),
  fc.constantFrom<unknown>(
    { name: "Meta", fee: null },
    { name: "", fee: null },
    { name: "Meta", fee: { amount: "-1", currency: "USD" } },
    { a: 1 },
    { a: "b" },
    { a: null },
  ),
);

/** An event with one member of it, or of its `data`, replaced by something odd, left out or added. */
export function mutated(type: TypeName): fc.Arbitrary<unknown> {
  return fc.tuple(eventsOf(type), fc.boolean(), fc.nat(), oddities).map(([value, outside, pick, odd]) => {
    const inner = value["data"] as Record<string, unknown>;
    const keys = outside
      ? Object.keys(value)
      : [...Object.keys(inner), "start", "end", "country", "segments", "peer", "extra"];
    const key = keys[pick % keys.length] ?? "id";
    const changed = { ...(outside ? value : inner), [key]: odd };
    if (odd === undefined) delete (changed as Record<string, unknown>)[key];
    return outside ? changed : { ...value, data: changed };
  });
}
