import type { CalendarDate } from "@flexbill/kernel";
import type { Agent } from "./agent.ts";
import { planArrivals } from "./arrivals.ts";
import { type Centre, instantOf, type Saying } from "./centre.ts";
import { below, chance, pick, pickWeighted, quantile } from "./draw.ts";
import type { Messaging } from "./profile.ts";
import type { Random } from "./random.ts";

/** One thread with one customer. */
interface Conversation {
  readonly id: string;
  readonly customer: string;
  readonly channel: Messaging;
  readonly carrier: string | null;
  readonly agent: Agent | undefined;
  readonly draw: Random;
}

type Message = Extract<Saying, { type: "dev.flexbill.message" }>["data"];

/** Plans the conversations that begin on a local day, in every channel. */
export function planConversations(centre: Centre, day: CalendarDate): void {
  for (const channel of centre.profile.messaging) {
    planArrivals(centre, day, channel.channel, channel.arrivals, (now) => begin(centre, channel, now));
  }
}

/** A customer writes, or an agent opens with a template; out of hours an automatic answer ends the matter. */
function begin(centre: Centre, channel: Messaging, now: number): void {
  const id = centre.sid("CH");
  const draw = centre.stream("conversation", id);
  const conversation = {
    id,
    draw,
    channel,
    customer: `customer-${String(below(draw, centre.profile.customers) + 1).padStart(6, "0")}`,
    carrier: channel.carriers.length > 0 ? pickWeighted(draw, channel.carriers).name : null,
    agent: someoneAt(centre, draw),
  };
  centre.tallies.conversations += 1;
  if (conversation.agent === undefined) answerAutomatically(centre, conversation, now);
  else converse(centre, conversation, conversation.agent, now);
}

function converse(centre: Centre, conversation: Conversation, agent: Agent, now: number): void {
  const { channel, draw } = conversation;
  agent.tasksToday += 1;
  const opens = channel.provider !== null && chance(draw, channel.provider.templatePerMille);
  if (opens) send(centre, conversation, "outbound", now, true);
  goOn(centre, conversation, now + (opens ? quantile(draw, channel.gapSeconds) : 0), quantile(draw, channel.replies));
}

function someoneAt(centre: Centre, draw: Random): Agent | undefined {
  const present = centre.agents.filter((agent) => agent.signedIn && agent.leaving === "stay");
  return present.length > 0 ? pick(draw, present) : undefined;
}

function answerAutomatically(centre: Centre, conversation: Conversation, now: number): void {
  send(centre, conversation, "inbound", now, false);
  centre.agenda.put(now + 2, () => send(centre, conversation, "outbound", now + 2, false));
}

/** A question and its reply, as long as replies are left and the agent is there. */
function goOn(centre: Centre, conversation: Conversation, asked: number, replies: number): void {
  const { agenda } = centre;
  agenda.put(asked, () => {
    send(centre, conversation, "inbound", asked, false);
    const answered = asked + quantile(conversation.draw, conversation.channel.gapSeconds);
    agenda.put(answered, () => {
      if (conversation.agent?.signedIn !== true) return;
      send(centre, conversation, "outbound", answered, false);
      const next = answered + quantile(conversation.draw, conversation.channel.gapSeconds);
      if (replies > 1) goOn(centre, conversation, next, replies - 1);
    });
  });
}

function send(
  centre: Centre,
  conversation: Conversation,
  direction: Message["direction"],
  now: number,
  template: boolean,
): void {
  centre.tallies.messages += 1;
  centre.tell(now, { type: "dev.flexbill.message", data: describe(centre, conversation, direction, now, template) });
}

function describe(
  centre: Centre,
  { channel, carrier, agent, customer, id, draw }: Conversation,
  direction: Message["direction"],
  now: number,
  template: boolean,
): Message {
  const { provider } = channel;
  return {
    message: centre.sid("SM"),
    channel: channel.channel,
    direction,
    at: instantOf(now),
    segments: String(quantile(draw, channel.segments)),
    country: centre.profile.country,
    numberType: channel.numberType,
    carrier,
    provider:
      template && provider !== null ? { name: provider.name, category: provider.category, fee: provider.fee } : null,
    user: agent?.user ?? null,
    customer,
    conversation: id,
  };
}
