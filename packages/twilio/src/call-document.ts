import { type Decimal, epochMilliseconds, formatDecimal, type Instant } from "@flexbill/kernel";
import { formatRfc2822 } from "./wire-dates.ts";

/** States of a call, as Twilio names them. */
export const callStatuses = [
  "queued",
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "failed",
  "no-answer",
  "canceled",
] as const;

/** What the wire tells about a leg of a call. */
export interface CallFacts {
  readonly sid: string;
  readonly account: string;
  readonly parent: string | null;
  readonly from: string;
  readonly to: string;
  readonly direction: "inbound" | "outbound-api" | "outbound-dial";
  readonly status: (typeof callStatuses)[number];
  readonly start: Instant;
  /** Null while it goes on. */
  readonly end: Instant | null;
  /** What connectivity cost; null until it is rated. */
  readonly price: Decimal | null;
  readonly currency: string;
}

const subresources = [
  ["notifications", "Notifications"],
  ["recordings", "Recordings"],
  ["payments", "Payments"],
  ["events", "Events"],
  ["siprec", "Siprec"],
  ["streams", "Streams"],
  ["transcriptions", "Transcriptions"],
  ["user_defined_message_subscriptions", "UserDefinedMessageSubscriptions"],
  ["user_defined_messages", "UserDefinedMessages"],
] as const;

/** A call as the 2010 API shows it: times in whole seconds, what it cost below zero. */
export function callDocument(call: CallFacts) {
  const path = `/2010-04-01/Accounts/${call.account}/Calls/${call.sid}`;
  const { start, end } = call;
  return {
    sid: call.sid,
    date_created: formatRfc2822(start),
    date_updated: formatRfc2822(end ?? start),
    parent_call_sid: call.parent,
    account_sid: call.account,
    to: call.to,
    to_formatted: formattedNumber(call.to),
    from: call.from,
    from_formatted: formattedNumber(call.from),
    phone_number_sid: null,
    status: call.status,
    start_time: formatRfc2822(start),
    end_time: end === null ? null : formatRfc2822(end),
    duration: end === null ? null : String(secondsOf(start, end)),
    price: costText(call.price),
    price_unit: call.currency,
    direction: call.direction,
    answered_by: null,
    api_version: "2010-04-01" as const,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: "0",
    trunk_sid: null,
    uri: `${path}.json`,
    subresource_uris: Object.fromEntries(subresources.map(([key, name]) => [key, `${path}/${name}.json`])),
  };
}

/**
 * A cost as calls and messages write it: below zero, with five decimals at least.
 *
 * @example
 * ```ts
 * costText(decimal("0.0085")); // "-0.00850"
 * ```
 */
export function costText(price: Decimal | null): string | null {
  if (price === null) return null;
  const text = formatDecimal(price, { places: 5 });
  return /[1-9]/.test(text) ? `-${text}` : text;
}

/** A North American number as people write it; anything else as it is. */
function formattedNumber(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts === null ? number : `(${parts[1]}) ${parts[2]}-${parts[3]}`;
}

function secondsOf(start: Instant, end: Instant): number {
  return Math.max(0, Math.floor((epochMilliseconds(end) - epochMilliseconds(start)) / 1000));
}
