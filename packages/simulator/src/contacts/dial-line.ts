import type { UseCase } from "@flexbill/usage";
import { accountOf } from "../centre.ts";
import { type Spread, spreadOf } from "../chance/spread.ts";
import type { DialLineText } from "../profile/calls.ts";
import type { Profile } from "../profile/profile.ts";
import type { Route } from "../telling/legs.ts";
import type { Dialled } from "./dialled.ts";
import type { Queue } from "./queue.ts";

/** Calls that users make: called back, or from a list. */
export interface DialLine {
  readonly account: string;
  readonly queue: Queue;
  readonly customer: Route;
  readonly agent: Route;
  readonly ring: Spread;
  readonly talk: Spread;
  readonly wrap: Spread;
  readonly outcomes: readonly { readonly name: string; readonly weight: number }[];
  readonly detection: boolean;
  readonly recording: { readonly perMille: number; readonly keptDays: number } | null;
  readonly useCase: UseCase | undefined;
  readonly counts: "callbacks" | "dialled";
  /** Calls that are over, to be used again. */
  readonly over: Dialled[];
}

/** A dialling line as it works. */
export function dialLineOf(profile: Profile, text: DialLineText, queues: ReadonlyMap<string, Queue>): DialLine {
  const { number, ringSeconds, talkSeconds, wrapUpSeconds, outcomes, detection, recording, useCase } = text;
  return {
    account: accountOf(profile, text.account),
    queue: queues.get(text.queue) as Queue,
    customer: { leg: "pstn", country: number.country ?? profile.country, numberType: number.numberType },
    agent: { leg: "client" },
    ring: spreadOf(ringSeconds, 1000),
    talk: spreadOf(talkSeconds, 1000),
    wrap: spreadOf(wrapUpSeconds, 1000),
    outcomes,
    detection,
    recording: recording ?? null,
    useCase,
    counts: "dialled",
    over: [],
  };
}
