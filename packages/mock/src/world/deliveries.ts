import type { Instant } from "@flexbill/kernel";
import { twilioSignature } from "@flexbill/twilio";
import type { DueCallback } from "./triggers.ts";

/** A callback on its way out. */
export interface Outgoing {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Sends a callback and says with which status it was answered; null where nobody answered. */
export type Send = (outgoing: Outgoing) => Promise<number | null>;

/** One attempt of a delivery. */
export interface Delivery {
  readonly trigger: string;
  readonly at: Instant;
  readonly outgoing: Outgoing;
  readonly attempt: number;
  /** The status of the answer; null where nobody answered, or the address was refused. */
  readonly status: number | null;
  readonly refused: boolean;
}

/** Delivers a callback. */
export type Deliver = (callback: DueCallback) => Promise<void>;

/** What is delivered, and what became of it. */
export interface Deliveries {
  readonly deliver: Deliver;
  readonly log: readonly Delivery[];
}

const quickRetries = 3;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Delivers callbacks: signed with the account's token, again up to three times where the answer is a server's error,
 * to loopback addresses only unless others are allowed.
 */
export function createDeliveries(
  send: Send,
  now: () => Instant,
  options: { readonly anywhere?: boolean } = {},
): Deliveries {
  const log: Delivery[] = [];
  return {
    log,
    deliver: async (callback) => {
      const outgoing = await outgoingOf(callback);
      const refused = options.anywhere !== true && !isLoopback(outgoing.url);
      for (let attempt = 1; attempt <= 1 + quickRetries; attempt += 1) {
        const status = refused ? null : await send(outgoing);
        log.push({ trigger: callback.trigger.sid, at: now(), outgoing, attempt, status, refused });
        if (status === null || status < 500) return;
      }
    },
  };
}

async function outgoingOf({ trigger, account, parameters }: DueCallback): Promise<Outgoing> {
  const form = new URLSearchParams(parameters).toString();
  const { callbackMethod: method, callbackUrl } = trigger;
  const url = method === "GET" ? withQuery(callbackUrl, form) : callbackUrl;
  const signature = await twilioSignature(account.authToken, url, method === "GET" ? {} : parameters);
  const headers = { "User-Agent": "TwilioProxy/1.1", "X-Twilio-Signature": signature };
  if (method === "GET") return { url, method, headers, body: null };
  const type = { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" };
  return { url, method, headers: { ...headers, ...type }, body: form };
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${query}`;
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.test(new URL(url).hostname);
}
