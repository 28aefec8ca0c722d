import { accountOf } from "../centre.ts";
import { type Dice, diceOf } from "../chance/dice.ts";
import { type Spread, type SpreadText, spreadOf } from "../chance/spread.ts";
import type { CallLineText } from "../profile/calls.ts";
import type { Profile } from "../profile/profile.ts";
import type { Route } from "../telling/legs.ts";
import type { Call } from "./call.ts";
import type { DialLine } from "./dial-line.ts";
import type { Queue } from "./queue.ts";

/** How calls of a line leave the user who took them. */
export interface Transfers {
  readonly perMille: number;
  readonly queue: Queue | null;
  readonly outside: Route;
  readonly conferencePerMille: number;
  readonly conference: Spread;
}

/** A line of calls that come in, with its queue and its spreads in milliseconds. */
export interface CallLine {
  readonly text: CallLineText;
  readonly account: string;
  readonly dice: Dice;
  readonly queue: Queue;
  readonly customer: Route;
  readonly agent: Route;
  readonly menu: Spread;
  readonly patience: Spread | null;
  readonly talk: Spread;
  readonly wrap: Spread;
  readonly transfers: Transfers | null;
  readonly callbacks: { readonly perMille: number; readonly delay: Spread; readonly line: DialLine } | null;
  /** Calls that are over, to be used again: what is made anew for each would fill the memory between two collections. */
  readonly over: Call[];
}

const seconds = (text: SpreadText): Spread => spreadOf(text, 1000);

/** A line as it works. */
export function callLineOf(
  profile: Profile,
  text: CallLineText,
  queues: ReadonlyMap<string, Queue>,
  seed: number,
): CallLine {
  const queue = queues.get(text.queue) as Queue;
  const account = accountOf(profile, text.account);
  const number = { country: text.number.country ?? profile.country, numberType: text.number.numberType };
  const agent: Route = text.agentLeg === "client" ? { leg: "client" } : { leg: "sip", peer: "customer-equipment" };
  return {
    text,
    account,
    dice: diceOf(seed, "calls", text.id),
    queue,
    customer: customerRoute(text.trunk, number),
    agent,
    menu: seconds(text.menuSeconds),
    patience: text.patienceSeconds === null ? null : seconds(text.patienceSeconds),
    talk: seconds(text.talkSeconds),
    wrap: seconds(text.wrapUpSeconds),
    transfers: transfersOf(profile, text, queues),
    over: [],
    callbacks: callbacksOf(text, account, queue, { leg: "pstn", ...number }, agent),
  };
}

function customerRoute(trunk: CallLineText["trunk"], number: Omit<Extract<Route, { leg: "pstn" }>, "leg">): Route {
  if (trunk === "pstn") return { leg: "pstn", ...number };
  return { leg: "sip", peer: trunk === "sip-customer-equipment" ? "customer-equipment" : "third-party-carrier" };
}

function transfersOf(
  { country }: Profile,
  { transfers, number }: CallLineText,
  queues: ReadonlyMap<string, Queue>,
): Transfers | null {
  if (transfers === undefined) return null;
  const outside = transfers.outside ?? { numberType: number.numberType };
  return {
    perMille: transfers.perMille,
    queue: transfers.queue === undefined ? null : (queues.get(transfers.queue) as Queue),
    outside: { leg: "pstn", country: outside.country ?? country, numberType: outside.numberType },
    conferencePerMille: transfers.conferencePerMille,
    conference: seconds(transfers.conferenceSeconds),
  };
}

/** Whoever is called back is called by the users of the same queue. */
function callbacksOf(
  { callbacks, talkSeconds, wrapUpSeconds, recording }: CallLineText,
  account: string,
  queue: Queue,
  customer: Route,
  agent: Route,
): CallLine["callbacks"] {
  if (callbacks === undefined) return null;
  const { perMille, delaySeconds, ringSeconds, outcomes } = callbacks;
  const line: DialLine = {
    account,
    queue,
    customer,
    agent,
    ring: seconds(ringSeconds),
    talk: seconds(talkSeconds),
    wrap: seconds(wrapUpSeconds),
    outcomes,
    detection: false,
    recording: recording ?? null,
    useCase: undefined,
    counts: "callbacks",
    over: [],
  };
  return { perMille, delay: seconds(delaySeconds), line };
}
