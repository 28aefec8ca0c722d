import { z } from "zod";
import { arrivals } from "./arrivals.ts";
import { bot } from "./calls.ts";
import { name, numberType, perMille, spread, useCase, weighted } from "./fields.ts";

/** What carries a message. */
const channel = z.enum(["sms", "mms", "whatsapp", "messenger", "rcs", "ott", "webchat", "email"]);

/** The company behind a channel. Its fees come from the rate card of its name; without one they are unknown. */
const provider = z.object({
  name,
  /** Categories of its templates, by weight; the first also names what `perMessage` is charged as. */
  categories: weighted.min(1),
  /** Conversations that a user opens, with a template. */
  openPerMille: perMille.default(0),
  /** Of those, customers who wrote within the last day all the same: utility templates are free to them. */
  insidePerMille: perMille.default(0),
  /** True: every outbound message is charged. False: templates, utility ones only outside the 24-hour window. */
  perMessage: z.boolean().default(false),
  /** Conversations with a late answer, which needs a template once the customer's last message is a day old. */
  followUps: z.object({ perMille, delaySeconds: spread, category: name }).optional(),
});

const message = {
  channel,
  country: name.optional(),
  numberType: numberType.nullable().default(null),
  /** Texts that are sent, to count the segments of; without texts, `segments`. */
  texts: z.array(name).default([]),
  segments: spread.default(1),
  carriers: weighted.default([]),
};

/** Conversations with customers. */
export const conversationLine = z.object({
  id: name,
  account: name.optional(),
  ...message,
  arrivals,
  queue: name,
  patienceSeconds: spread.nullable().default(null),
  /** Replies of the user in one conversation. */
  replies: spread,
  gapSeconds: spread,
  wrapUpSeconds: spread.default(0),
  /** Of a line of SMS, messages that carry media. */
  mediaPerMille: perMille.default(0),
  bot: bot.extend({ replies: spread.default(2) }).optional(),
  provider: provider.optional(),
});

/** Messages that go out without a user: notices, one-time passwords, marketing (T-47). */
export const noticeLine = z.object({
  id: name,
  account: name.optional(),
  ...message,
  arrivals,
  useCase,
  provider: z.object({ name, category: name }).optional(),
});

export type ConversationLineText = z.infer<typeof conversationLine>;
export type NoticeLineText = z.infer<typeof noticeLine>;
