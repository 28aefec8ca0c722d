import type { Decimal, Instant } from "@flexbill/kernel";
import { costText } from "./call-document.ts";
import { formatRfc2822 } from "./wire-dates.ts";

/** What the wire tells about a message. */
export interface MessageFacts {
  readonly sid: string;
  readonly account: string;
  readonly from: string | null;
  readonly to: string;
  readonly body: string;
  readonly segments: string;
  readonly media: number;
  readonly direction: "inbound" | "outbound-api" | "outbound-reply";
  readonly status: "queued" | "sent" | "delivered" | "received";
  readonly messagingService: string | null;
  readonly sent: Instant;
  readonly updated: Instant;
  /** What Twilio takes for it; null until it is billed. */
  readonly price: Decimal | null;
  readonly currency: string;
}

/** A message as the 2010 API shows it: counts are texts, what it cost is below zero. */
export function messageDocument(message: MessageFacts) {
  const path = `/2010-04-01/Accounts/${message.account}/Messages/${message.sid}`;
  return {
    body: message.body,
    num_segments: message.segments,
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: formatRfc2822(message.updated),
    price: costText(message.price),
    error_message: null,
    uri: `${path}.json`,
    account_sid: message.account,
    num_media: String(message.media),
    status: message.status,
    messaging_service_sid: message.messagingService,
    sid: message.sid,
    date_sent: formatRfc2822(message.sent),
    date_created: formatRfc2822(message.sent),
    error_code: null,
    price_unit: message.currency,
    api_version: "2010-04-01" as const,
    subresource_uris: { media: `${path}/Media.json`, feedback: `${path}/Feedback.json` },
  };
}
