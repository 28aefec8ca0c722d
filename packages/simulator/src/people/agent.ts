import { childHigh, childLow, type Dice } from "../chance/dice.ts";
import { join, leave, type Place, placeOf } from "../clock/lineup.ts";
import type { Pause, Shift } from "../profile/team.ts";
import type { ActivityState } from "./activity.ts";
import type { ShiftPlan } from "./roster.ts";
import type { Team } from "./team.ts";

/** One seat of the contact centre and who sits on it, as they are now. The dice are the seat's. */
export interface Agent extends Dice {
  readonly team: Team;
  readonly shift: Shift;
  /** The worker SID; empty while the seat is nobody's. */
  user: string;
  activity: ActivityState | null;
  since: number;
  /** At work: a shift has begun and has not ended. */
  plan: ShiftPlan | null;
  /** On a call or finishing one. */
  onCall: boolean;
  chats: number;
  /** The shift is over: leaves as soon as the call is done. */
  leaving: boolean;
  /** A break that waits for the call to end. */
  breakDue: Pause | null;
  /** On a break until then; 0 otherwise. */
  pausedUntil: number;
  /** Logged out by force during a break. */
  forcedOut: boolean;
  /** Since when able to work, for the statistics. */
  readySince: number;
  /** The first day, by its number, whose shift ends without a logout. */
  forgetsFrom: number;
  tasks: number;
  freeSince: number;
  readonly callPlace: Place<Agent>;
  readonly chatPlace: Place<Agent>;
}

/** The seat of a number under the dice of its shift. */
export function agentOf(team: Team, shift: Shift, dice: Dice, seat: number, since: number): Agent {
  const agent: Omit<Agent, "callPlace" | "chatPlace"> = {
    high: childHigh(dice, seat),
    low: childLow(dice, seat),
    drawn: 0,
    team,
    shift,
    user: "",
    activity: null,
    since,
    plan: null,
    onCall: false,
    chats: 0,
    leaving: false,
    breakDue: null,
    pausedUntil: 0,
    forcedOut: false,
    readySince: since,
    forgetsFrom: Number.POSITIVE_INFINITY,
    tasks: 0,
    freeSince: since,
  };
  const whole = agent as Agent;
  return Object.assign(whole, { callPlace: placeOf(whole), chatPlace: placeOf(whole) });
}

/** Stands in line for the next call and the next conversation, as far as there is room. */
export function standFree(agent: Agent, now: number): void {
  const { team } = agent;
  agent.freeSince = now;
  join(team.freeForCalls, agent.callPlace);
  if (agent.chats < team.text.concurrent) join(team.freeForChats, agent.chatPlace);
}

/** Takes nothing new. */
export function standBack(agent: Agent): void {
  leave(agent.team.freeForCalls, agent.callPlace);
  leave(agent.team.freeForChats, agent.chatPlace);
}
