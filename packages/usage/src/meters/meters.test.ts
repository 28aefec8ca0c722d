import { formatExact, type Month, month } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { event, options } from "../../test/sample.ts";
import {
  type CallLeg,
  type Fee,
  type FlexEvent,
  isFlexEvent,
  type Message,
  type MeteringOptions,
  meter,
  type Recording,
  usageRowDocument,
} from "../index.ts";

function counted(events: readonly FlexEvent[], of: MeteringOptions = options()): readonly string[] {
  for (const one of events) expect(isFlexEvent(one)).toBe(true);
  return meter(events, of).rows.map((row) => {
    const { product, quantity, exact, unit, user, dimensions, useCase, amount } = usageRowDocument(row);
    const parts = [
      product,
      user ?? "-",
      ...Object.values(dimensions),
      exact ?? quantity,
      unit,
      useCase,
      amount === null ? "unknown" : amount,
    ];
    return parts.filter((part) => part !== undefined).join(" ");
  });
}

function leg(data: Partial<CallLeg>): FlexEvent {
  const whole = {
    call: "CA1",
    leg: "pstn",
    direction: "inbound",
    country: "US",
    numberType: "local",
    start: "2025-05-06T09:00:00Z",
    seconds: "61",
    status: "completed",
    user: "WK1",
  } as const;
  return event("dev.flexbill.call-leg", { ...whole, ...data });
}

function message(data: Partial<Message>, id?: string): FlexEvent {
  const whole = {
    message: "SM1",
    channel: "whatsapp",
    direction: "outbound",
    at: "2025-05-06T09:00:00Z",
    provider: null,
    user: "WK1",
    customer: null,
  } as const;
  return event("dev.flexbill.message", { ...whole, ...data }, id === undefined ? {} : { id });
}

function fee(data: Partial<Fee>, subject?: string): FlexEvent {
  const whole = {
    provider: "Meta",
    product: "third-party-messaging",
    amount: "0.02",
    currency: "USD",
    at: "2025-05-07T09:00:00Z",
    reference: "SM1",
  } as const;
  return event("dev.flexbill.fee", { ...whole, ...data }, subject === undefined ? {} : { subject });
}

describe("call legs", () => {
  test("count for the platform and for their own kind, rounded up leg by leg", () => {
    expect(
      counted([
        leg({}),
        leg({ seconds: "60" }),
        leg({ seconds: "0" }),
        leg({ seconds: "0.001" }),
        leg({ direction: "outbound", user: null, country: null }),
      ]),
    ).toEqual([
      "programmable-voice-platform - 2 minute",
      "programmable-voice-platform WK1 4 minute",
      "pstn-voice-inbound WK1 US local 4 minute",
      "pstn-voice-outbound - local 2 minute",
    ]);
  });

  test("from a browser and over SIP, by peer", () => {
    const sip = { leg: "sip", country: null, numberType: null } as const;
    expect(
      counted([
        leg({ leg: "client" }),
        leg({ ...sip, peer: "customer-equipment" }),
        leg({ ...sip, peer: "third-party-carrier", seconds: "1" }),
      ]),
    ).toEqual([
      "programmable-voice-platform WK1 5 minute",
      "sip-interface WK1 customer-equipment 2 minute",
      "sip-interface WK1 third-party-carrier 1 minute",
      "voice-javascript-sdk WK1 2 minute",
    ]);
  });

  test.each(["busy", "failed", "no-answer", "canceled"])("that ended %s are free", (status) => {
    expect(counted([leg({ status })])).toEqual([]);
  });

  test("belong to the month in which they started, and stand under their use case", () => {
    expect(
      counted([
        leg({ start: "2025-05-31T23:59:59.999Z", leg: "client", useCase: "otp" }),
        leg({ start: "2025-06-01T00:00:00Z" }),
      ]),
    ).toEqual(["programmable-voice-platform WK1 2 minute otp", "voice-javascript-sdk WK1 2 minute otp"]);
  });
});

describe("messages of each channel", () => {
  test("SMS in segments and MMS one each, with their carrier", () => {
    const place = { country: "US", numberType: "local", carrier: "att" } as const;
    expect(
      counted([
        message({ channel: "sms", segments: "3", ...place }),
        message({ channel: "mms", direction: "inbound", segments: "9", ...place }),
        message({ channel: "sms", segments: "2", user: null }),
      ]),
    ).toEqual([
      "carrier-fee WK1 att mms inbound 1 message",
      "carrier-fee WK1 att sms outbound 3 segment",
      "mms-inbound WK1 US local 1 message",
      "sms-outbound - 2 segment",
      "sms-outbound WK1 US local 3 segment",
    ]);
  });

  test("of channels one each; another app and webchat have no meter, email its own", () => {
    const channels = ["whatsapp", "messenger", "rcs", "ott", "webchat", "email"] as const;
    expect(counted(channels.map((channel) => message({ channel })))).toEqual([
      "channels-messages WK1 messenger 1 message",
      "channels-messages WK1 rcs 1 message",
      "channels-messages WK1 whatsapp 1 message",
      "flex-email WK1 1 message",
    ]);
  });

  test("make a customer of the first agent, by time, then source, then id", () => {
    const talk = (id: string, user: string | null, at: string, more: Partial<Message> = {}) =>
      message({ channel: "webchat", customer: "c1", user, at, ...more }, id);
    const noon = "2025-05-06T12:00:00Z";
    expect(
      counted([
        talk("b", "WK2", noon),
        talk("a", "WK3", noon),
        talk("0", null, "2025-05-06T11:00:00Z"),
        talk("1", "WK4", "2025-04-30T11:00:00Z"),
      ]),
    ).toEqual(["flex-conversations WK3 1 user"]);
    expect(counted([talk("b", "WK2", noon), talk("a", "WK3", "2025-05-06T12:00:00.0000001Z")])).toEqual([
      "flex-conversations WK2 1 user",
    ]);
  });

  test("give a customer a use case of its own only where none was contact-centre use", () => {
    const talk = (customer: string, useCase: Message["useCase"] & string, at: string) =>
      message({ channel: "webchat", customer, useCase, at });
    expect(
      counted([
        talk("c1", "otp", "2025-05-06T10:00:00Z"),
        talk("c1", "marketing", "2025-05-06T09:00:00Z"),
        talk("c2", "otp", "2025-05-06T10:00:00Z"),
        talk("c2", "contact-center", "2025-05-06T11:00:00Z"),
      ]),
    ).toEqual(["flex-conversations WK1 1 user", "flex-conversations WK1 1 user marketing"]);
  });
});

describe("third parties' fees", () => {
  const known = { name: "Meta", category: null, fee: { amount: "0.0135", currency: "EUR" } };
  const unknown = { name: "Meta", category: null, fee: null };
  const fees = (events: readonly FlexEvent[], of?: Month) =>
    counted(events, options({}, of === undefined ? {} : { month: of })).filter((line) =>
      line.startsWith("third-party"),
    );
  const codes = (events: readonly FlexEvent[], of = month("2025-05")) =>
    meter(events, options({}, { month: of })).issues.map(({ code, path }) => `${code} ${path}`);

  test("are added up by provider and currency; those not known stand apart, in the contract's currency", () => {
    expect(
      fees([
        message({ provider: known }),
        message({ provider: { ...known, fee: { amount: "0.01350", currency: "EUR" } } }),
        message({ provider: unknown }),
        fee({ reference: null, useCase: "otp" }),
        fee({ product: "third-party-voice", amount: "1.5" }),
      ]),
    ).toEqual([
      "third-party-messaging WK1 EUR Meta 2 fee 0.027",
      "third-party-messaging - USD Meta 1 fee otp 0.02",
      "third-party-messaging WK1 USD Meta 1 fee unknown",
      "third-party-voice - USD Meta 1 fee 1.5",
    ]);
  });

  test("told twice count once, as the fee event, in its own month", () => {
    const events = [message({ provider: known }), fee({ at: "2025-06-02T00:00:00Z" })];
    expect(fees(events)).toEqual([]);
    expect(codes(events)).toEqual(["fee.twice /providers/Meta"]);
    expect(fees(events, month("2025-06"))).toEqual(["third-party-messaging - USD Meta 1 fee 0.02"]);
    expect(codes(events, month("2025-06"))).toEqual([]);
  });

  test("that were not known with the message are simply known now", () => {
    const events = [fee({}), message({ provider: unknown })];
    expect(fees(events)).toEqual(["third-party-messaging - USD Meta 1 fee 0.02"]);
    expect(codes(events)).toEqual([]);
  });

  test.each([
    ["another provider", fee({ provider: "LINE" })],
    ["another message", fee({ reference: "SM2" })],
    ["another product", fee({ product: "third-party-voice" })],
    ["another account", fee({}, "AC2")],
  ])("of %s replace nothing", (_, other) => {
    const events = [message({ provider: known }), other];
    expect(fees(events)).toContain("third-party-messaging WK1 EUR Meta 1 fee 0.0135");
    expect(codes(events)).toEqual([]);
  });

  test("of two messages of one name both give way", () => {
    const events = [message({ provider: known }), message({ provider: known, user: "WK2" }), fee({}), fee({})];
    expect(fees(events)).toEqual(["third-party-messaging - USD Meta 2 fee 0.04"]);
    expect(meter(events, options()).issues[0]?.params).toEqual({ provider: "Meta", messages: "2" });
  });
});

describe("recordings and their storage", () => {
  const recording = (data: Partial<Recording>) =>
    event("dev.flexbill.recording", {
      recording: "RE1",
      start: "2025-05-06T09:00:00Z",
      seconds: "61",
      deleted: null,
      user: "WK1",
      ...data,
    });

  test("count whole minutes, each rounded up, in the month of their start", () => {
    const start = "2025-05-31T23:00:00Z";
    expect(counted([recording({}), recording({ start, seconds: "1", deleted: start })])[0]).toBe(
      "call-recording WK1 3 minute",
    );
    expect(counted([recording({})], options({}, { month: month("2025-06") }))).toEqual([
      "recording-storage - 2 minute",
    ]);
  });

  test("are stored for their share of the month, exactly", () => {
    const half = recording({ start: "2025-04-10T00:00:00Z", deleted: "2025-05-16T12:00:00Z", seconds: "600" });
    expect(counted([half])).toEqual(["recording-storage - 5 minute"]);
    const second = recording({ start: "2025-04-10T00:00:00Z", deleted: "2025-05-01T00:00:01Z", seconds: "60" });
    expect(counted([second])).toEqual(["recording-storage - 1/2678400 minute"]);
    const microsecond = recording({
      start: "2025-04-10T00:00:00Z",
      deleted: "2025-05-01T00:00:00.000001Z",
      seconds: "60",
    });
    expect(counted([microsecond])).toEqual(["recording-storage - 1/2678400000000 minute"]);
  });

  test("of a length beyond any call are stored exactly too", () => {
    const endless = recording({ start: "2025-04-10T00:00:00Z", seconds: "1e20" });
    expect(counted([endless, endless])).toEqual(["recording-storage - 1666666666666666667 minute"]);
  });
});

describe("rented numbers", () => {
  const rents = (purchased: string, released: string | null, timeZone = "UTC") =>
    ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"].map((of) => {
      const number = event("dev.flexbill.number", {
        number: "PN1",
        country: "US",
        numberType: "local",
        purchased,
        released,
      });
      const row = meter([number], options({ timeZone }, { month: month(of) })).rows[0];
      return row === undefined ? 0 : Number(formatExact(row.quantity));
    });

  test("fall due on the day of purchase, clamped to the month's last day, and do not drift", () => {
    expect(rents("2025-01-31T10:00:00Z", null)).toEqual([1, 1, 1, 1, 1]);
    expect(rents("2025-01-31T10:00:00Z", "2025-02-28T00:00:00Z")).toEqual([1, 0, 0, 0, 0]);
    expect(rents("2025-01-31T10:00:00Z", "2025-03-30T23:59:59Z")).toEqual([1, 1, 0, 0, 0]);
    expect(rents("2025-01-31T10:00:00Z", "2025-03-31T00:00:00.001Z")).toEqual([1, 1, 1, 0, 0]);
  });

  test("are paid once even where they were released at once", () => {
    expect(rents("2025-03-15T10:00:00Z", "2025-03-15T10:00:00Z")).toEqual([0, 0, 1, 0, 0]);
  });

  test("live by the contract's days", () => {
    expect(rents("2025-01-31T16:00:00Z", null, "Asia/Tokyo")).toEqual([0, 1, 1, 1, 1]);
    expect(rents("2025-01-31T16:00:00Z", "2025-02-28T15:00:00Z", "Asia/Tokyo")).toEqual([0, 1, 0, 0, 0]);
    expect(rents("2025-01-31T16:00:00Z", "2025-02-28T15:00:00.001Z", "Asia/Tokyo")).toEqual([0, 1, 1, 0, 0]);
  });
});

describe("usage metered elsewhere", () => {
  const usage = (product: string, quantity: string, unit: string, dimensions: Record<string, string | null> = {}) =>
    event("dev.flexbill.usage", { product, quantity, unit, at: "2025-05-06T09:00:00Z", user: "WK1", dimensions });

  test("adds to a meter's own row, and is exact", () => {
    expect(
      counted([
        leg({}),
        usage("pstn-voice-inbound", "0.0000001", "minute", { numberType: "local", country: "US" }),
        usage("sync-actions", "0.1", "action"),
        usage("sync-actions", "0.2", "action"),
      ]),
    ).toEqual([
      "programmable-voice-platform WK1 2 minute",
      "pstn-voice-inbound WK1 US local 2.0000001 minute",
      "sync-actions WK1 0.3 action",
    ]);
  });

  test("makes nobody active, and a quantity of zero makes no row", () => {
    const metered = meter(
      [usage("flex-active-user-hour", "3", "hour"), usage("studio", "0.00", "engagement")],
      options(),
    );
    expect(metered.rows.map(({ product }) => product)).toEqual(["flex-active-user-hour"]);
    expect(metered.billableHours.size).toBe(0);
  });

  test("leaves out dimensions that are null", () => {
    expect(counted([usage("studio", "1", "engagement", { flow: null }), usage("studio", "2", "engagement")])).toEqual([
      "studio WK1 3 engagement",
    ]);
  });
});

describe("active users", () => {
  test("signed in during the month, or were present outside the Logout Activity", () => {
    const signIn = (user: string, at: string) => event("dev.flexbill.sign-in", { user, at });
    expect(
      counted([
        signIn("WK1", "2025-05-31T23:59:59.9999Z"),
        signIn("WK1", "2025-05-01T00:00:00Z"),
        signIn("WK2", "2025-06-01T00:00:00Z"),
      ]),
    ).toEqual(["flex-active-user WK1 1 user"]);
  });
});
