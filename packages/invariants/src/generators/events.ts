import fc from "fast-check";
import type { Event, Message } from "../request.ts";
import { logoutActivities } from "./contract.ts";
import { instants, type Setting, stretches, tenancies } from "./moments.ts";
import { mostly, wideDecimals } from "./mostly.ts";
import { currencies, otherDrawn, standardDrawn } from "./prices.ts";

/** What happened, before it gets an identity. */
export type Happening = Event extends infer One ? (One extends Event ? Pick<One, "type" | "data"> : never) : never;

export const otherAccount = "AC00000000000000000000000000000002";
const agents = ["WK0000000000000000000000000000000a", "WK0000000000000000000000000000000b"] as const;
const users = fc.constantFrom(agents[0], ...agents, "WK0000000000000000000000000000000c");
const anyone = fc.oneof({ weight: 3, arbitrary: users }, { weight: 1, arbitrary: fc.constant(null) });
const useCase = fc.constantFrom(undefined, undefined, undefined, "contact-center", "marketing", "otp", "other");
/** Lengths of calls and recordings about whole minutes. */
export const boundarySeconds = ["0", "1", "60", "59.5", "60.0000001", "61", "120", "300", "3600"] as const;
/** Quantities about the edges of the tiers and allowances drawn: nothing, the smallest unit, one more than the edge. */
export const boundaryQuantities = "1 2 3 5 6 0.5 10 0.0000004 1e1 2.50 60 61 0".split(" ");
const seconds = mostly<string>(fc.constantFrom(...boundarySeconds), wideDecimals);
const quantities = mostly(fc.constantFrom(...boundaryQuantities), wideDecimals);
const providers = fc.constantFrom("Zorbl", "Quillnet", "Ümlaut Voice");
const country = fc.constantFrom("US", "US", "JP", "NZ");
const numberType = fc.constantFrom("local", "toll-free", "mobile");

/** Leaves `useCase` out where it is undefined. */
function used<Data extends object>(data: fc.Arbitrary<Data>) {
  return fc.tuple(data, useCase).map(([given, use]) => (use === undefined ? given : { ...given, useCase: use }));
}

function numbered(prefix: string): fc.Arbitrary<string> {
  return fc.nat({ max: 4 }).map((index) => `${prefix}${String(index).padStart(32, "0")}`);
}

function presences(setting: Setting): fc.Arbitrary<Happening> {
  const [first, second] = logoutActivities;
  const data = fc.record(
    {
      user: users,
      activity: fc.constantFrom(
        "WA00000000000000000000000000000003",
        "WA00000000000000000000000000000004",
        first,
        second,
      ),
      activityName: fc.constantFrom("Available", " OFFLINE ", "Offline", "Lunch"),
    },
    { requiredKeys: ["user", "activity"] },
  );
  const stretch = stretches(setting);
  return fc
    .tuple(data, stretch)
    .map(([given, when]) => ({ type: "dev.flexbill.presence", data: { ...given, ...when } }));
}

function seats(setting: Setting): fc.Arbitrary<Happening> {
  const stretch = stretches(setting);
  return fc.tuple(users, stretch).map(([user, when]) => ({ type: "dev.flexbill.seat", data: { user, ...when } }));
}

function signIns(setting: Setting): fc.Arbitrary<Happening> {
  const data = fc.record({ user: users, at: instants(setting) });
  return data.map((given) => ({ type: "dev.flexbill.sign-in", data: given }));
}

function callLegs(setting: Setting): fc.Arbitrary<Happening> {
  const kind = fc.oneof(
    fc.record({ leg: fc.constant("pstn" as const), country, numberType }),
    fc.record({ leg: fc.constant("client" as const) }),
    fc.record({
      leg: fc.constant("sip" as const),
      peer: fc.constantFrom("customer-equipment", "third-party-carrier"),
    }),
  );
  const rest = fc.record({
    call: numbered("CA"),
    direction: fc.constantFrom("inbound", "outbound"),
    start: instants(setting),
    seconds,
    status: fc.constantFrom("completed", "completed", "completed", "completed", "busy", "no-answer"),
    user: anyone,
  });
  return fc
    .tuple(kind, used(rest))
    .map(([given, more]) => ({ type: "dev.flexbill.call-leg", data: { ...given, ...more } }));
}

const fees = fc.record({ amount: fc.constantFrom("0.0135", "0.005", "1.005", "0", "0.5"), currency: currencies });

function messages(setting: Setting): fc.Arbitrary<Message> {
  const provider = fc.record({
    name: providers,
    category: fc.constantFrom("utility", "marketing"),
    fee: fc.option(fees, { nil: null, freq: 2 }),
  });
  const carried = fc.oneof(
    fc.record({
      channel: fc.constantFrom("sms", "mms"),
      segments: fc.constantFrom("1", "2", "5"),
      country,
      numberType,
      carrier: fc.constantFrom(null, "att", "quillnet"),
    }),
    fc.record({ channel: fc.constantFrom("whatsapp", "messenger", "rcs", "whatsapp") }),
    fc.record({ channel: fc.constantFrom("email", "ott", "webchat") }),
  );
  const rest = fc.record({
    message: numbered("SM"),
    direction: fc.constantFrom("inbound", "outbound"),
    at: instants(setting),
    provider: fc.option(provider, { nil: null, freq: 2 }),
    user: anyone,
    customer: fc.constantFrom(null, "c1", "c2", "c3"),
    conversation: fc.constant(null),
  });
  return fc.tuple(carried, used(rest)).map(([given, more]) => ({ ...given, ...more }));
}

function lone(setting: Setting): fc.Arbitrary<Happening> {
  return messages(setting).map((data) => ({ type: "dev.flexbill.message", data }));
}

function providerFees(setting: Setting): fc.Arbitrary<Happening> {
  const data = fc.record({
    provider: providers,
    product: fc.constantFrom("third-party-messaging", "third-party-voice", "third-party-virtual-agent"),
    amount: fc.constantFrom("0.0135", "0.5", "1.005", "12.34", "0"),
    currency: currencies,
    at: instants(setting),
    reference: fc.option(numbered("SM"), { nil: null, freq: 2 }),
  });
  return data.map((given) => ({ type: "dev.flexbill.fee", data: given }));
}

/** A fee in its message and once more by itself. */
function feesToldTwice(setting: Setting): fc.Arbitrary<readonly Happening[]> {
  return fc.tuple(messages(setting), fees, fc.boolean(), instants(setting)).map(([message, fee, known, at]) => {
    const provider = { name: "Zorbl", category: "utility", fee: known ? fee : null };
    const { amount, currency } = fee;
    const data = { provider: "Zorbl", product: "third-party-messaging", amount, currency, at };
    return [
      { type: "dev.flexbill.message", data: { ...message, provider } },
      { type: "dev.flexbill.fee", data: { ...data, reference: message.message } },
    ];
  });
}

function recordings(setting: Setting): fc.Arbitrary<Happening> {
  const data = used(fc.record({ recording: numbered("RE"), seconds, user: anyone }));
  const stretch = stretches(setting);
  return fc.tuple(data, stretch).map(([given, { start, end }]) => ({
    type: "dev.flexbill.recording",
    data: { ...given, start, deleted: end },
  }));
}

function rentedNumbers(setting: Setting): fc.Arbitrary<Happening> {
  const data = fc.record({ number: numbered("PN"), country, numberType });
  const held = fc.oneof(stretches(setting), tenancies(setting));
  return fc.tuple(data, held).map(([given, { start, end }]) => ({
    type: "dev.flexbill.number",
    data: { ...given, purchased: start, released: end },
  }));
}

/** Usage metered elsewhere, of metered products and of licences too. */
function usage(setting: Setting): fc.Arbitrary<Happening> {
  const license = { product: "flex-active-user-hour", unit: "hour", keys: [] };
  const seat = { product: "flex-named-user", unit: "user", keys: [] };
  const known = fc.constantFrom(...standardDrawn, ...standardDrawn, ...otherDrawn, license, seat);
  return known.chain(({ product, unit, keys }) => {
    const values = fc.tuple(...keys.map(([, texts]) => fc.constantFrom(...texts, "elsewhere")));
    const dimensions = values.map((texts) =>
      Object.fromEntries(keys.map(([key], index): [string, string] => [key, texts[index] ?? ""])),
    );
    const shared = { product: fc.constant(product), unit: fc.constant(unit), dimensions };
    const data = used(fc.record({ ...shared, quantity: quantities, at: instants(setting), user: anyone }));
    return data.map((given): Happening => ({ type: "dev.flexbill.usage", data: given }));
  });
}

/** One or a few events that belong together. */
export function happenings(setting: Setting): fc.Arbitrary<readonly Happening[]> {
  const single = (weight: number, one: fc.Arbitrary<Happening>) => ({ weight, arbitrary: one.map((each) => [each]) });
  return fc.oneof(
    single(5, presences(setting)),
    single(2, seats(setting)),
    single(1, signIns(setting)),
    single(3, callLegs(setting)),
    single(3, lone(setting)),
    single(1, providerFees(setting)),
    { weight: 1, arbitrary: feesToldTwice(setting) },
    single(2, recordings(setting)),
    single(2, rentedNumbers(setting)),
    single(6, usage(setting)),
  );
}
