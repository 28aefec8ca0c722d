import type { Instant } from "@flexbill/kernel";
import type { MessageFacts } from "@flexbill/twilio";
import type { Message } from "@flexbill/usage";
import type { CallsOf } from "./calls.ts";
import type { LoggedEventOf } from "./event-log.ts";
import { newestFirst } from "./newest-first.ts";
import { fictionalNumber, ownNumber } from "./parties.ts";
import { nothingRemembered, type Remembered } from "./remembered.ts";
import { sidOf } from "./sids.ts";

type LoggedMessage = LoggedEventOf<"dev.flexbill.message">;

/** What a client said when it made a message, or changed in it. */
export interface Said {
  readonly from: string | null;
  readonly to: string;
  readonly body: string;
  readonly media: number;
  readonly messagingService: string | null;
}

/** The messages of an account, as its log tells them. */
export interface Messages {
  /** Every message that was sent and was not erased, newest first; not yet priced. */
  list(now: Instant): readonly MessageFacts[];
  find(sid: string, now: Instant): MessageFacts | undefined;
  /** Remembers what a client said of a message. */
  say(sid: string, said: Said): void;
  /** Takes a message off the list; what it used stays used. */
  erase(sid: string): boolean;
}

/** Opens the messages of an account. E-mail and web chat are no messages of this interface. */
export function createMessages(
  { account, currency, log, price }: CallsOf,
  { erased, said }: Remembered<Said> = nothingRemembered(),
): Messages {
  const sent = newestFirst(log, "dev.flexbill.message");

  const outline = ({ event, begin }: LoggedMessage): MessageFacts => {
    const { data } = event;
    const sid = sidOfMessage(data);
    return {
      sid,
      account,
      ...(said.get(sid) ?? unsaid(data)),
      segments: data.segments ?? "1",
      direction: data.direction === "inbound" ? "inbound" : "outbound-api",
      status: data.direction === "inbound" ? "received" : "delivered",
      sent: begin,
      updated: begin,
      price: null,
      currency,
    };
  };
  const shown = (now: Instant) =>
    sent(now).filter(({ event: { data } }) => isShown(data) && !erased.has(sidOfMessage(data)));
  const loggedOf = (sid: string, now: Instant) => shown(now).find(({ event }) => sidOfMessage(event.data) === sid);
  return {
    list: (now) => shown(now).map(outline),
    find: (sid, now) => {
      const logged = loggedOf(sid, now);
      return logged === undefined ? undefined : { ...outline(logged), price: price(logged) ?? null };
    },
    say: (sid, what) => {
      said.set(sid, what);
    },
    erase: (sid) => {
      if (erased.has(sid) || !log.ofType("dev.flexbill.message").some(({ event }) => sidOfMessage(event.data) === sid))
        return false;
      erased.add(sid);
      return true;
    },
  };
}

function isShown({ channel }: Message): boolean {
  return channel !== "email" && channel !== "webchat";
}

function sidOfMessage({ message, channel }: Message): string {
  if (message.startsWith("MM") || message.startsWith("SM")) return sidOf(message.slice(0, 2), message);
  return sidOf(channel === "mms" ? "MM" : "SM", message);
}

/** The world knows no texts: a simulated message has an empty body. */
function unsaid(message: Message): Said {
  const prefix = message.channel === "sms" || message.channel === "mms" ? "" : `${message.channel}:`;
  const [own, other] = [prefix + ownNumber, prefix + fictionalNumber(message.customer ?? message.message)];
  const [from, to] = message.direction === "inbound" ? [other, own] : [own, other];
  return { from, to, body: "", media: message.channel === "mms" ? 1 : 0, messagingService: null };
}
