import { segments } from "@flexbill/products";
import type { Channel, NumberType } from "@flexbill/usage";
import { accountOf } from "../centre.ts";
import type { Dice } from "../chance/dice.ts";
import { pick } from "../chance/draw.ts";
import { drawCount, type Spread, type SpreadText, spreadOf } from "../chance/spread.ts";
import type { Profile } from "../profile/profile.ts";

/** What every line of messages has: a channel, and how its messages are sent. */
export interface Writing {
  readonly account: string;
  readonly channel: Channel;
  /** Null where no country is reached, as on a web page. */
  readonly country: string | null;
  readonly numberType: NumberType | null;
  /** The segments of the texts that are sent; empty where `segments` says how many. */
  readonly ofTexts: readonly string[];
  readonly segments: Spread;
  readonly carriers: readonly { readonly name: string; readonly weight: number }[];
}

interface WritingText {
  readonly account?: string | undefined;
  readonly channel: Channel;
  readonly country?: string | undefined;
  readonly numberType: NumberType | null;
  readonly texts: readonly string[];
  readonly segments: SpreadText;
  readonly carriers: readonly { readonly name: string; readonly weight: number }[];
}

const placeless: readonly Channel[] = ["webchat", "email", "ott"];

/** How a line sends its messages. */
export const writingOf = (profile: Profile, text: WritingText): Writing => ({
  account: accountOf(profile, text.account),
  channel: text.channel,
  country: text.country ?? (placeless.includes(text.channel) ? null : profile.country),
  numberType: text.numberType,
  ofTexts: text.texts.map((sent) => `${segments(sent).segments}`),
  segments: spreadOf(text.segments, 1),
  carriers: text.carriers,
});

/** The segments of a message of a channel; only an SMS has any. */
export function segmentsOf(writing: Writing, channel: Channel, dice: Dice): string | null {
  if (channel !== "sms") return null;
  return writing.ofTexts.length > 0 ? pick(dice, writing.ofTexts) : `${drawCount(dice, writing.segments)}`;
}
