import type { Message, MessageProvider } from "@flexbill/usage";
import type { Centre } from "../centre.ts";
import { below, chance, pickWeighted } from "../chance/draw.ts";
import { drawCount, drawTime } from "../chance/spread.ts";
import { join, leave } from "../clock/lineup.ts";
import { dayLength } from "../clock/local-time.ts";
import type { Agent } from "../people/agent.ts";
import type { ShiftPlan } from "../people/roster.ts";
import { tellBotFee } from "../telling/legs.ts";
import { messagePrefix, tellMessage } from "../telling/message.ts";
import { sidOf } from "../telling/sid.ts";
import { isWanted } from "../telling/tell.ts";
import type { Category, ConversationLine } from "./conversation-line.ts";
import { countContact } from "./counted.ts";
import { customerOf } from "./customer.ts";
import { enqueue, isOpen, serveFreed, type Waiting } from "./queue.ts";
import { feeAt } from "./rate-card.ts";
import { segmentsOf } from "./writing.ts";

/** One thread with one customer. */
export interface Conversation extends Waiting {
  readonly line: ConversationLine;
  sid: string;
  customer: string;
  carrier: string | null;
  /** The user opens it, with a template. */
  opened: boolean;
  agent: Agent | null;
  user: string | null;
  plan: ShiftPlan | null;
  replies: number;
  messages: number;
  /** When the customer wrote last: it opens the provider's window. */
  heard: number;
  /** A late answer is still to come. */
  follows: boolean;
}

/** WhatsApp's customer-service window: free-form messages and free utility templates. */
const windowLength = dayLength;

/** Seconds after which a machine answers. */
const machineDelay = 2000;

/** A conversation begins: the customer writes, or a user opens it with a template as soon as one is free. */
export function conversationComes(
  centre: Centre,
  line: ConversationLine,
  high: number,
  low: number,
  now: number,
): void {
  const conversation = line.over.pop() ?? blank(line);
  const { carriers } = line.writing;
  conversation.high = high;
  conversation.low = low;
  conversation.drawn = 0;
  conversation.counted = isWanted(centre, now);
  conversation.sid = sidOf("CH", high, low, 0);
  conversation.customer = customerOf(below(conversation, line.customers));
  conversation.carrier = carriers.length > 0 ? pickWeighted(conversation, carriers).name : null;
  conversation.opened = line.provider !== null && chance(conversation, line.provider.openPerMille);
  conversation.agent = null;
  conversation.user = null;
  conversation.messages = 0;
  conversation.follows = false;
  conversation.heard = conversation.opened ? lastHeard(conversation, now) : 0;
  if (conversation.counted) centre.tallies.conversations += 1;
  countContact(centre, line.writing.account, now);
  if (!conversation.opened) customerWrites(centre, conversation, now);
  else if (isOpen(line.queue)) enqueue(centre, conversation, now);
  else line.over.push(conversation);
}

/** When the customer of a conversation that a user opens wrote last; 0 where it is long ago. */
function lastHeard(conversation: Conversation, now: number): number {
  const inside = chance(conversation, conversation.line.provider?.insidePerMille ?? 0);
  return inside ? now - below(conversation, windowLength / 2) : 0;
}

const blank = (line: ConversationLine): Conversation => ({
  high: 0,
  low: 0,
  drawn: 0,
  media: "chat",
  queue: line.queue,
  counted: false,
  patience: line.patience,
  queuedAt: 0,
  givesUpAt: 0,
  place: null,
  answer,
  giveUp: end,
  line,
  sid: "",
  customer: "",
  carrier: null,
  opened: false,
  agent: null,
  user: null,
  plan: null,
  replies: 0,
  messages: 0,
  heard: 0,
  follows: false,
});

/** The conversation is over, and may be used again. */
function end(_: Centre, conversation: Conversation): void {
  conversation.line.over.push(conversation);
}

/** What the customer writes first goes to the bot, else to a user; out of hours a machine answers once. */
function customerWrites(centre: Centre, conversation: Conversation, now: number): void {
  const { bot } = conversation.line.text;
  hear(centre, conversation, now);
  if (bot !== undefined) {
    tellBotFee(centre, conversation.line.writing.account, bot, conversation.sid, now);
    conversation.replies = Math.max(1, drawCount(conversation, conversation.line.botReplies));
    centre.agenda.put(now + machineDelay, botReplies, conversation);
  } else if (isOpen(conversation.queue)) enqueue(centre, conversation, now);
  else centre.agenda.put(now + machineDelay, machineReplies, conversation);
}

function machineReplies(centre: Centre, conversation: Conversation, now: number): void {
  send(centre, conversation, now, null);
  end(centre, conversation);
}

function botReplies(centre: Centre, conversation: Conversation, now: number): void {
  const { line, queue } = conversation;
  send(centre, conversation, now, null);
  conversation.replies -= 1;
  if (conversation.replies > 0) {
    centre.agenda.put(now + drawTime(conversation, line.gap), asksBot, conversation);
    return;
  }
  const contained = chance(conversation, line.text.bot?.containedPerMille ?? 0);
  if (!contained && isOpen(queue)) enqueue(centre, conversation, now);
  else end(centre, conversation);
}

function asksBot(centre: Centre, conversation: Conversation, now: number): void {
  hear(centre, conversation, now);
  centre.agenda.put(now + machineDelay, botReplies, conversation);
}

/** A user takes the conversation beside those they have. */
function answer(centre: Centre, conversation: Conversation, agent: Agent, now: number): void {
  const { line } = conversation;
  const { freeForChats, text } = agent.team;
  agent.chats += 1;
  leave(freeForChats, agent.chatPlace);
  if (agent.chats < text.concurrent) join(freeForChats, agent.chatPlace);
  conversation.agent = agent;
  conversation.user = agent.user;
  conversation.plan = agent.plan;
  conversation.replies = drawCount(conversation, line.replies);
  if (conversation.opened) {
    send(centre, conversation, now, template(conversation, now));
    centre.agenda.put(now + drawTime(conversation, line.gap), customerReplies, conversation);
  } else centre.agenda.put(now + drawTime(conversation, line.gap), userReplies, conversation);
}

function template(conversation: Conversation, now: number): MessageProvider | null {
  const { provider } = conversation.line;
  return provider === null ? null : chargeOf(pickWeighted(conversation, provider.categories), conversation, now);
}

/** Utility templates are free inside the window, all others never are. */
function chargeOf({ name, fees }: Category, { heard }: Conversation, now: number): MessageProvider | null {
  return name === "utility" && now - heard < windowLength ? null : feeAt(fees, now);
}

function customerReplies(centre: Centre, conversation: Conversation, now: number): void {
  hear(centre, conversation, now);
  centre.agenda.put(now + drawTime(conversation, conversation.line.gap), userReplies, conversation);
}

/** The user replies, as long as they are at work; after the last reply the conversation is over. */
function userReplies(centre: Centre, conversation: Conversation, now: number): void {
  const { agent, line, plan } = conversation;
  if (agent === null || agent.plan === null || agent.plan !== plan) {
    release(centre, conversation, now);
    return;
  }
  send(centre, conversation, now, null);
  conversation.replies -= 1;
  if (conversation.replies > 0)
    centre.agenda.put(now + drawTime(conversation, line.gap), customerReplies, conversation);
  else {
    const free = now + drawTime(conversation, line.wrap);
    planFollowUp(centre, conversation, free);
    centre.agenda.put(free, release, conversation);
  }
}

function release(centre: Centre, conversation: Conversation, now: number): void {
  const { agent } = conversation;
  if (agent !== null) leaveUser(centre, agent, now);
  conversation.agent = null;
  if (!conversation.follows) end(centre, conversation);
}

/** A user has room for one conversation more. */
function leaveUser(centre: Centre, agent: Agent, now: number): void {
  agent.chats -= 1;
  const isFree = agent.callPlace.waits || (agent.plan !== null && !agent.onCall && agent.pausedUntil <= now);
  if (!isFree || agent.leaving || agent.chats >= agent.team.text.concurrent) return;
  join(agent.team.freeForChats, agent.chatPlace);
  serveFreed(centre, agent, now);
}

function planFollowUp(centre: Centre, conversation: Conversation, now: number): void {
  const followUps = conversation.line.provider?.followUps;
  if (followUps === null || followUps === undefined || !chance(conversation, followUps.perMille)) return;
  conversation.follows = true;
  centre.agenda.put(now + 1 + drawTime(conversation, followUps.delay), followUp, conversation);
}

/** A late answer: free-form inside the window, a template outside of it. */
function followUp(centre: Centre, conversation: Conversation, now: number): void {
  const category = conversation.line.provider?.followUps?.category;
  const charged = category !== undefined && now - conversation.heard >= windowLength;
  send(centre, conversation, now, charged ? chargeOf(category, conversation, now) : null);
  end(centre, conversation);
}

function hear(centre: Centre, conversation: Conversation, now: number): void {
  conversation.heard = now;
  say(centre, conversation, "inbound", now, null);
}

/** Sends a message; where the provider takes a fee for each, it is charged whatever it says. */
function send(centre: Centre, conversation: Conversation, now: number, charged: MessageProvider | null): void {
  const { provider } = conversation.line;
  const everyTime = provider?.perMessage === true ? feeAt(provider.categories[0].fees, now) : null;
  say(centre, conversation, "outbound", now, charged ?? everyTime);
}

function say(
  centre: Centre,
  conversation: Conversation,
  direction: Message["direction"],
  now: number,
  provider: MessageProvider | null,
): void {
  const { line, high, low, carrier, user, customer, sid } = conversation;
  const channel = chance(conversation, line.text.mediaPerMille) ? "mms" : line.writing.channel;
  conversation.messages += 1;
  if (isWanted(centre, now)) centre.tallies.messages += 1;
  const message = sidOf(messagePrefix(channel), high, low, conversation.messages);
  const segments = segmentsOf(line.writing, channel, conversation);
  const sent = { message, channel, direction, segments, carrier, provider, user, customer, conversation: sid };
  tellMessage(centre, line.writing, sent, now);
}
