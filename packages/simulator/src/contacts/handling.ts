import type { Centre } from "../centre.ts";
import type { Dice } from "../chance/dice.ts";
import { drawTime, type Spread } from "../chance/spread.ts";
import { type Agent, standBack } from "../people/agent.ts";
import { enter } from "../people/presence.ts";
import { settle } from "../people/shift.ts";
import { wantedLength } from "../telling/tell.ts";

/** A user takes a call and nothing else. */
export function takeCall(centre: Centre, agent: Agent, now: number): void {
  standBack(agent);
  agent.onCall = true;
  agent.freeSince = now;
  if (centre.activities.busy !== null) enter(centre, agent, centre.activities.busy, now);
}

/** A user puts down and finishes what the call left to do. */
export function wrapUp(centre: Centre, agent: Agent, dice: Dice, wrap: Spread, now: number): void {
  const length = drawTime(dice, wrap);
  if (length === 0) {
    endWrapUp(centre, agent, now);
    return;
  }
  enter(centre, agent, centre.activities.wrapUp, now);
  centre.agenda.put(now + length, endWrapUp, agent);
}

function endWrapUp(centre: Centre, agent: Agent, now: number): void {
  agent.team.tallies.busy += wantedLength(centre, agent.freeSince, now);
  agent.onCall = false;
  settle(centre, agent, now);
}
