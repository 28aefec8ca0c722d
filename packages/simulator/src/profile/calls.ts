import { z } from "zod";
import { arrivals } from "./arrivals.ts";
import { amount, currency, name, numberType, perMille, positive, spread, useCase, weighted } from "./fields.ts";

/** A virtual agent that speaks or writes first; its provider's fee is due for each contact (T-36, T-38). */
export const bot = z.object({
  provider: name,
  /** Null where the provider charges and the amount is not known. */
  fee: z.object({ amount, currency }),
  /** Contacts that it ends without a person. */
  containedPerMille: perMille,
});

const number = z.object({ country: name.optional(), numberType });

const transfers = z.object({
  perMille,
  /** The queue that takes it; without one the call goes outside. */
  queue: name.optional(),
  /** Where a call goes that leaves the centre. */
  outside: number.optional(),
  /** Transfers in which both users talk for a while, an Agent Conference. */
  conferencePerMille: perMille.default(0),
  conferenceSeconds: spread.default(45),
});

const outgoing = {
  ringSeconds: spread.default(20),
  /** How a dialled call ends, by weight; only `completed` is billable. */
  outcomes: weighted.min(1).default([{ name: "completed", weight: 1 }]),
};

/** Calls that come in. */
export const callLine = z.object({
  id: name,
  account: name.optional(),
  number,
  arrivals,
  /** How the caller's leg arrives. */
  trunk: z.enum(["pstn", "sip-customer-equipment", "sip-third-party-carrier"]).default("pstn"),
  /** Where the user speaks: in the browser, or on a desk telephone behind the customer's own equipment. */
  agentLeg: z.enum(["client", "sip"]).default("client"),
  menuSeconds: spread.default(0),
  /** Callers whom the menu serves without a person. */
  selfServicePerMille: perMille.default(0),
  bot: bot.optional(),
  queue: name,
  /** Null: callers wait for ever. */
  patienceSeconds: spread.nullable(),
  talkSeconds: spread,
  wrapUpSeconds: spread.default(0),
  recording: z
    .object({
      perMille,
      /** Recordings that begin in the menu hold the queue as well. */
      from: z.enum(["answer", "menu"]).default("answer"),
      keptDays: positive,
    })
    .optional(),
  transfers: transfers.optional(),
  /** Callers who gave up and are called back. */
  callbacks: z.object({ perMille, delaySeconds: spread, ...outgoing }).optional(),
});

/** Calls that users make. */
export const dialLine = z.object({
  id: name,
  account: name.optional(),
  number,
  /** When a call falls due. */
  arrivals,
  queue: name,
  ...outgoing,
  talkSeconds: spread,
  wrapUpSeconds: spread.default(0),
  /** Answering machine detection, one recognition for each call that is answered. */
  detection: z.boolean().default(false),
  recording: z.object({ perMille, keptDays: positive }).optional(),
  useCase: useCase.optional(),
});

export type CallLineText = z.infer<typeof callLine>;
export type DialLineText = z.infer<typeof dialLine>;
