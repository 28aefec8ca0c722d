import { type Dice, diceOf } from "../chance/dice.ts";
import { type Spread, spreadOf } from "../chance/spread.ts";
import type { Profile } from "../profile/profile.ts";
import type { ConversationLineText } from "../profile/writing.ts";
import type { Conversation } from "./conversation.ts";
import type { Queue } from "./queue.ts";
import type { DatedFees, FeeTable } from "./rate-card.ts";
import { type Writing, writingOf } from "./writing.ts";

/** A category of templates and what its provider takes for one. */
export interface Category {
  readonly name: string;
  readonly weight: number;
  readonly fees: DatedFees;
}

/** The company behind a channel, and its templates. */
export interface Provider {
  readonly categories: readonly [Category, ...Category[]];
  readonly openPerMille: number;
  readonly insidePerMille: number;
  readonly perMessage: boolean;
  readonly followUps: { readonly perMille: number; readonly delay: Spread; readonly category: Category } | null;
}

/** A line of conversations, with its queue and its spreads. */
export interface ConversationLine {
  readonly text: ConversationLineText;
  readonly writing: Writing;
  readonly dice: Dice;
  readonly queue: Queue;
  readonly patience: Spread | null;
  readonly replies: Spread;
  readonly gap: Spread;
  readonly wrap: Spread;
  readonly botReplies: Spread;
  readonly provider: Provider | null;
  readonly customers: number;
  /** Conversations that are over, to be used again. */
  readonly over: Conversation[];
}

/** A line as it works. */
export function conversationLineOf(
  profile: Profile,
  text: ConversationLineText,
  queues: ReadonlyMap<string, Queue>,
  fees: FeeTable,
  seed: number,
): ConversationLine {
  const writing = writingOf(profile, text);
  return {
    text,
    writing,
    dice: diceOf(seed, "conversations", text.id),
    queue: queues.get(text.queue) as Queue,
    patience: text.patienceSeconds === null ? null : spreadOf(text.patienceSeconds, 1000),
    replies: spreadOf(text.replies, 1),
    gap: spreadOf(text.gapSeconds, 1000),
    wrap: spreadOf(text.wrapUpSeconds, 1000),
    botReplies: spreadOf(text.bot?.replies ?? 0, 1),
    provider: providerOf(text, writing.country ?? profile.country, fees),
    customers: profile.customers,
    over: [],
  };
}

function providerOf({ provider }: ConversationLineText, country: string, fees: FeeTable): Provider | null {
  if (provider === undefined) return null;
  const { name: company, openPerMille, insidePerMille, perMessage, followUps } = provider;
  const category = (name: string, weight: number): Category => ({ name, weight, fees: fees(company, name, country) });
  const categories = provider.categories.map(({ name, weight }) => category(name, weight));
  return {
    categories: categories as [Category, ...Category[]],
    openPerMille,
    insidePerMille,
    perMessage,
    followUps:
      followUps === undefined
        ? null
        : {
            perMille: followUps.perMille,
            delay: spreadOf(followUps.delaySeconds, 1000),
            category: category(followUps.category, 1),
          },
  };
}
