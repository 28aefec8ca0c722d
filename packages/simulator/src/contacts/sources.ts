import type { Centre } from "../centre.ts";
import { diceOf } from "../chance/dice.ts";
import type { Profile } from "../profile/profile.ts";
import type { Source } from "./arrivals.ts";
import { callComes } from "./call.ts";
import { callLineOf } from "./call-line.ts";
import { conversationComes } from "./conversation.ts";
import { conversationLineOf } from "./conversation-line.ts";
import { dialLineOf } from "./dial-line.ts";
import { dialledOf, fallDue } from "./dialled.ts";
import { noticeGoes, noticeLineOf } from "./notice.ts";
import type { Queue } from "./queue.ts";
import type { FeeTable } from "./rate-card.ts";

/** Everything that contacts come to in a profile. */
export function sourcesOf(
  profile: Profile,
  queues: ReadonlyMap<string, Queue>,
  fees: FeeTable,
  seed: number,
): readonly Source[] {
  return [
    ...profile.calls.map((text): Source => {
      const line = callLineOf(profile, text, queues, seed);
      return sourceOf(text, line.dice, (centre, high, low, now) => callComes(centre, line, high, low, now));
    }),
    ...profile.dialling.map((text): Source => {
      const line = dialLineOf(profile, text, queues);
      const dice = diceOf(seed, "dialling", text.id);
      return sourceOf(text, dice, (centre, high, low, now) => fallDue(centre, dialledOf(line, high, low), now));
    }),
    ...profile.conversations.map((text): Source => {
      const line = conversationLineOf(profile, text, queues, fees, seed);
      return sourceOf(text, line.dice, (centre, high, low, now) => conversationComes(centre, line, high, low, now));
    }),
    ...profile.notices.map((text): Source => {
      const line = noticeLineOf(profile, text, fees);
      const dice = diceOf(seed, "notices", text.id);
      return sourceOf(text, dice, (centre, high, low, now) => noticeGoes(centre, line, high, low, now));
    }),
  ];
}

type Arrive = (centre: Centre, high: number, low: number, now: number) => void;

const sourceOf = (
  { id, arrivals }: { readonly id: string; readonly arrivals: Source["arrivals"] },
  dice: Source["dice"],
  arrive: Arrive,
): Source => ({ id, arrivals, dice, arrive });
