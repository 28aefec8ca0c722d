import { type RatingRequest, readRequest } from "@flexbill/charges";
import { calendar, type Instant, instant } from "@flexbill/kernel";
import { createWorld, type World } from "../src/index.ts";

/** The account of the golden vectors, and of the default world. */
export const account = "AC00000000000000000000000000000001";

/** The credentials of the default world's account as a header. */
export const authorization = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };

/** Reads a rating request, such as a golden vector. */
export function requestOf(document: unknown): RatingRequest {
  const { request } = readRequest(document);
  if (!request.ok) throw new Error(JSON.stringify(request.issues));
  return request.value;
}

/** A world that a rating request describes; its clock stands at the end of the month or where it is told to. */
export function worldOf(request: RatingRequest, at?: string, truth?: number): World {
  const { contract, priceBook, events, month } = request;
  const end: Instant = at === undefined ? calendar(contract.timeZone).period(month).end : instant(at);
  return createWorld({ contract, priceBook, events, truth, now: () => end });
}

/** A small contact centre in January 2026: two agents, calls, messages, a recording and a number. */
export function smallCentre(): RatingRequest {
  return requestOf({
    contract: smallContract,
    priceBook: "twilio-us-2026-08",
    month: "2026-01",
    events: smallEvents(),
  });
}

const smallContract = {
  account,
  currency: "USD",
  timeZone: "UTC",
  opened: "2025-12-01T00:00:00Z",
  logoutActivity: [{ activity: sid("WA", 1) }],
  plan: [{ model: "active-user-hour", from: "2025-04-01", price: "1.00" }],
  allowances: [{ product: "channels-messages", quantity: "2", per: "user-month", provenance: "contract" }],
  prices: {
    overrides: [
      { product: "sms-outbound", unit: "segment", match: { country: "US" }, price: "0.0083", currency: "USD" },
    ],
  },
};

function smallEvents(): readonly object[] {
  return [2, 5, 20, 31].flatMap((day) => [
    event("presence", `p${day}`, {
      user: sid("WK", 1),
      activity: sid("WA", 2),
      activityName: "Available",
      start: moment(day, "09:00:00"),
      end: moment(day, "10:20:00"),
    }),
    event("call-leg", `c${day}`, {
      call: sid("CA", day),
      leg: "pstn",
      direction: "inbound",
      country: "US",
      numberType: "local",
      start: moment(day, "09:05:00"),
      seconds: "61",
      status: "completed",
      user: sid("WK", 1),
    }),
    ...["sms", "whatsapp"].map((channel) =>
      event("message", `${channel}${day}`, {
        message: sid("SM", channel === "sms" ? day : 100 + day),
        channel,
        direction: "outbound",
        at: moment(day, "09:30:00"),
        segments: "2",
        country: "US",
        numberType: "local",
        carrier: channel === "sms" ? "att" : null,
        provider: null,
        user: sid("WK", 1),
        customer: `customer ${day}`,
      }),
    ),
  ]);
}

/** A SID of the small centre. */
export function sid(prefix: string, number: number): string {
  return prefix + String(number).padStart(32, "0");
}

/** An event of the small centre. */
export function event(type: string, id: string, data: object): object {
  return { specversion: "1.0", id, source: "/small", type: `dev.flexbill.${type}`, subject: account, data };
}

function moment(day: number, time: string): string {
  return `2026-01-${String(day).padStart(2, "0")}T${time}Z`;
}
