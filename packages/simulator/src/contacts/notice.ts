import type { UseCase } from "@flexbill/usage";
import type { Centre } from "../centre.ts";
import { below, pickWeighted } from "../chance/draw.ts";
import type { Profile } from "../profile/profile.ts";
import type { NoticeLineText } from "../profile/writing.ts";
import { messagePrefix, tellMessage } from "../telling/message.ts";
import { sidOf } from "../telling/sid.ts";
import { isWanted } from "../telling/tell.ts";
import { customerOf } from "./customer.ts";
import { type DatedFees, type FeeTable, feeAt } from "./rate-card.ts";
import { segmentsOf, type Writing, writingOf } from "./writing.ts";

/** Messages that go out without a user. */
export interface NoticeLine {
  readonly writing: Writing;
  readonly useCase: UseCase;
  readonly fees: DatedFees | null;
  readonly customers: number;
}

/** A line of notices as it works. */
export function noticeLineOf(profile: Profile, text: NoticeLineText, fees: FeeTable): NoticeLine {
  const writing = writingOf(profile, text);
  const { provider, useCase } = text;
  return {
    writing,
    useCase,
    fees: provider === undefined ? null : fees(provider.name, provider.category, writing.country ?? profile.country),
    customers: profile.customers,
  };
}

/** A notice goes out. */
export function noticeGoes(centre: Centre, line: NoticeLine, high: number, low: number, now: number): void {
  const dice = { high, low, drawn: 0 };
  const { writing, useCase, fees, customers } = line;
  const { channel, carriers } = writing;
  if (isWanted(centre, now)) centre.tallies.notices += 1;
  const sent = {
    message: sidOf(messagePrefix(channel), high, low, 0),
    channel,
    direction: "outbound" as const,
    segments: segmentsOf(writing, channel, dice),
    carrier: carriers.length > 0 ? pickWeighted(dice, carriers).name : null,
    provider: fees === null ? null : feeAt(fees, now),
    user: null,
    customer: customerOf(below(dice, customers)),
    conversation: null,
    useCase: useCase === "contact-center" ? undefined : useCase,
  };
  tellMessage(centre, writing, sent, now);
}
