import type { Centre } from "../centre.ts";
import { between, chance } from "../chance/draw.ts";
import { minuteLength } from "../clock/local-time.ts";
import { serveFreed } from "../contacts/queue.ts";
import { isWanted, wantedLength } from "../telling/tell.ts";
import { tellCounted } from "../telling/usage.ts";
import { type Agent, standBack, standFree } from "./agent.ts";
import { enter, tellSignIn } from "./presence.ts";
import { countRoster, putNextBreak, type ShiftPlan } from "./roster.ts";

/** A user comes to work; who is still there from the shift before just goes on. */
export function beginShift(centre: Centre, plan: ShiftPlan, now: number): void {
  const { agent } = plan;
  if (agent.user === "" || now >= plan.end) return;
  countRoster(centre, plan);
  const goesOn = agent.plan !== null;
  agent.plan = plan;
  agent.leaving = false;
  if (goesOn) return;
  agent.team.present += 1;
  agent.breakDue = null;
  agent.readySince = now;
  signIn(centre, agent, now);
}

function signIn(centre: Centre, agent: Agent, now: number): void {
  tellSignIn(centre, agent, now);
  tellCounted(centre, "sign-in", 1, { account: agent.team.account, user: agent.user, at: now }, now);
  beFree(centre, agent, now);
}

function beFree(centre: Centre, agent: Agent, now: number): void {
  enter(centre, agent, centre.activities.available, now);
  standFree(agent, now);
  serveFreed(centre, agent, now);
}

/** A break falls due; it begins when the user is not on a call. */
export function breakFalls(centre: Centre, plan: ShiftPlan, now: number): void {
  const { agent } = plan;
  const pause = agent.shift.breaks[plan.nextBreak];
  plan.nextBreak += 1;
  putNextBreak(centre, plan);
  if (agent.plan !== plan || agent.leaving || pause === undefined) return;
  agent.breakDue = pause;
  settle(centre, agent, now);
}

/** The shift is over. */
export function endShift(centre: Centre, plan: ShiftPlan, now: number): void {
  if (plan.agent.plan !== plan) return;
  plan.agent.leaving = true;
  settle(centre, plan.agent, now);
}

/** Lets a user who is not on a call do what they wait to do: leave, take a break, or take the next call. */
export function settle(centre: Centre, agent: Agent, now: number): void {
  if (agent.plan === null || agent.onCall) return;
  if (agent.leaving) signOff(centre, agent, agent.plan, now);
  else if (agent.pausedUntil > now) return;
  else if (agent.breakDue !== null) takeBreak(centre, agent, now);
  else beFree(centre, agent, now);
}

function takeBreak(centre: Centre, agent: Agent, now: number): void {
  const { breakDue: pause, plan, team } = agent;
  if (pause === null || plan === null) return;
  standBack(agent);
  agent.breakDue = null;
  agent.pausedUntil = now + pause.minutes * minuteLength;
  team.tallies.staffed += wantedLength(centre, agent.readySince, now);
  const other = pause.activity === undefined ? undefined : centre.activities.others.get(pause.activity);
  enter(centre, agent, other ?? centre.activities.break, now);
  if (centre.enforceAfter !== null && chance(plan.dice, team.text.lidBreakPerMille)) {
    centre.agenda.put(now + centre.enforceAfter, forceOutOfBreak, plan);
  }
  centre.agenda.put(agent.pausedUntil, endBreak, plan);
}

function forceOutOfBreak(centre: Centre, { agent }: ShiftPlan, now: number): void {
  if (agent.plan === null || agent.pausedUntil <= now) return;
  agent.forcedOut = true;
  if (isWanted(centre, now)) centre.tallies.forcedOut += 1;
  enter(centre, agent, centre.activities.logout, now);
}

function endBreak(centre: Centre, plan: ShiftPlan, now: number): void {
  const { agent } = plan;
  if (agent.plan === null || agent.pausedUntil !== now) return;
  agent.pausedUntil = 0;
  agent.readySince = now;
  if (agent.forcedOut) tellSignIn(centre, agent, now);
  agent.forcedOut = false;
  settle(centre, agent, now);
}

/** Ends a shift. Who forgets to log out stays on a break; whose lid is closed stays until they are logged out. */
function signOff(centre: Centre, agent: Agent, plan: ShiftPlan, now: number): void {
  const { team } = agent;
  standBack(agent);
  if (agent.pausedUntil === 0) team.tallies.staffed += wantedLength(centre, agent.readySince, now);
  agent.plan = null;
  agent.pausedUntil = 0;
  agent.forcedOut = false;
  agent.leaving = false;
  team.present -= 1;
  tellCounted(centre, "task", agent.tasks, { account: team.account, user: agent.user, at: now }, now);
  agent.tasks = 0;
  leaveActivity(centre, agent, plan, now);
}

function leaveActivity(centre: Centre, agent: Agent, plan: ShiftPlan, now: number): void {
  const { logout, break: pause } = centre.activities;
  if (plan.forgets) {
    if (isWanted(centre, now)) centre.tallies.forgotten += 1;
    enter(centre, agent, pause, now);
  } else if (plan.closesLid && agent.activity !== logout) {
    const found = between(plan.dice, 30, 240) * minuteLength;
    centre.agenda.put(now + (centre.enforceAfter ?? found), logOut, agent);
  } else enter(centre, agent, logout, now);
}

/** Flex logs out whom it cannot reach, or a supervisor does it by hand (G-5). */
function logOut(centre: Centre, agent: Agent, now: number): void {
  if (agent.plan !== null || agent.activity === null || agent.activity === centre.activities.logout) return;
  if (isWanted(centre, now)) centre.tallies.forcedOut += 1;
  enter(centre, agent, centre.activities.logout, now);
}
