import type { Channel, Message, MessageProvider, UseCase } from "@flexbill/usage";
import type { Centre } from "../centre.ts";
import { instantText } from "../clock/instant-text.ts";
import type { Writing } from "../contacts/writing.ts";
import { isWanted, tell } from "./tell.ts";

/** One message, told when it is sent or received. */
export interface Sent {
  readonly message: string;
  readonly channel: Channel;
  readonly direction: Message["direction"];
  readonly segments: string | null;
  readonly carrier: string | null;
  readonly provider: MessageProvider | null;
  readonly user: string | null;
  readonly customer: string | null;
  readonly conversation: string | null;
  readonly useCase?: UseCase | undefined;
}

/** The letters with which Twilio's identifiers of a channel's messages begin. */
export function messagePrefix(channel: Channel): string {
  if (channel === "mms") return "MM";
  if (channel === "email") return "EM";
  return channel === "webchat" || channel === "ott" ? "IM" : "SM";
}

/** Tells a message. */
export function tellMessage(centre: Centre, { account, country, numberType }: Writing, sent: Sent, now: number): void {
  if (!isWanted(centre, now)) return;
  const { message, channel, direction, segments, carrier, provider, user, customer, conversation, useCase } = sent;
  const at = instantText(now);
  const data = {
    message,
    channel,
    direction,
    at,
    segments,
    country,
    numberType,
    carrier,
    provider,
    user,
    customer,
    conversation,
  };
  tell(centre, now, account, "dev.flexbill.message", useCase === undefined ? data : { ...data, useCase });
}
