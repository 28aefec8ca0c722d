import type { CalendarDate } from "@flexbill/kernel";
import { type Agent, enter } from "./agent.ts";
import { type Centre, instantOf } from "./centre.ts";
import { below, chance, quantile } from "./draw.ts";
import { clockTime, weekday } from "./local-time.ts";
import { answerNext } from "./queue.ts";

/** Logins spread over the first minutes of a shift, in seconds around its start. */
const lateness = [0, 20, 45, 90, 150, 300];

/** The shifts of the month that end without a logout, as user and first day from which it may happen. */
export function drawForgotten(centre: Centre, days: readonly CalendarDate[]): Map<Agent, CalendarDate> {
  const draw = centre.stream("forgotten");
  const early = days.slice(1, Math.max(2, days.length - 8));
  const forgotten = new Map<Agent, CalendarDate>();
  for (let left = Math.min(centre.profile.forgottenLogouts, centre.agents.length); left > 0; ) {
    const agent = centre.agents[below(draw, centre.agents.length)] as Agent;
    if (forgotten.has(agent)) continue;
    forgotten.set(agent, early[below(draw, early.length)] as CalendarDate);
    left -= 1;
  }
  return forgotten;
}

/** Plans the shifts that begin on a local day. */
export function planShifts(centre: Centre, day: CalendarDate, forgotten: Map<Agent, CalendarDate>): void {
  for (const agent of centre.agents) {
    const draw = centre.stream("shift", agent.user, day);
    if (!agent.shift.weekdays.includes(weekday(day)) || chance(draw, centre.profile.absencePerMille)) continue;
    const forgets = (forgotten.get(agent) ?? "9999-12-31") <= day;
    if (forgets) forgotten.delete(agent);
    const start = clockTime(centre.calendar, day, minutesOf(agent.shift.start));
    planShift(centre, agent, {
      start,
      forgets,
      late: quantile(draw, lateness),
      spread: below(draw, agent.shift.breakSpreadMinutes + 1),
    });
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

interface ShiftPlan {
  readonly start: number;
  readonly forgets: boolean;
  /** Seconds after the start. */
  readonly late: number;
  /** Minutes by which breaks are put off. */
  readonly spread: number;
}

function planShift(centre: Centre, agent: Agent, { start, forgets, late, spread }: ShiftPlan): void {
  const { agenda } = centre;
  agenda.put(start + late, () => signIn(centre, agent, start + late));
  for (const { after, minutes } of agent.shift.breaks) {
    const due = start + (after + spread) * 60;
    agenda.put(due, () => {
      agent.breakDue += minutes;
      settle(centre, agent, due);
    });
  }
  const end = start + agent.shift.minutes * 60;
  agenda.put(end, () => {
    agent.leaving = forgets ? "forget" : "leave";
    settle(centre, agent, end);
  });
}

function signIn(centre: Centre, agent: Agent, now: number): void {
  agent.signedIn = true;
  agent.leaving = "stay";
  agent.breakDue = 0;
  agent.signedInAt = now;
  agent.idleSince = now;
  centre.tell(now, { type: "dev.flexbill.sign-in", data: { user: agent.user, at: instantOf(now) } });
  enter(centre, agent, centre.profile.activities.available, now);
  answerNext(centre, now);
}

/** Lets an agent who is not on a call do what they wait to do: leave, take a break, or take the next call. */
export function settle(centre: Centre, agent: Agent, now: number): void {
  if (agent.busy || !agent.signedIn) return;
  const { activities } = centre.profile;
  if (agent.leaving !== "stay") signOff(centre, agent, now);
  else if (agent.breakDue > 0) takeBreak(centre, agent, now);
  else if (agent.activity.sid !== activities.break.sid) {
    enter(centre, agent, activities.available, now);
    agent.idleSince = now;
    answerNext(centre, now);
  }
}

function takeBreak(centre: Centre, agent: Agent, now: number): void {
  const back = now + agent.breakDue * 60;
  agent.breakDue = 0;
  enter(centre, agent, centre.profile.activities.break, now);
  centre.agenda.put(back, () => {
    if (!agent.signedIn || agent.busy) return;
    enter(centre, agent, centre.profile.activities.available, back);
    settle(centre, agent, back);
  });
}

/** Ends a shift; who forgets to log out stays on a break, which is billed until they come back. */
function signOff(centre: Centre, agent: Agent, now: number): void {
  const { logout, break: pause } = centre.profile.activities;
  enter(centre, agent, agent.leaving === "forget" ? pause : logout, now);
  agent.signedIn = false;
  agent.workedSeconds += now - agent.signedInAt;
  if (agent.tasksToday > 0) tellTasks(centre, agent, now);
  agent.tasksToday = 0;
}

/** TaskRouter counts its tasks elsewhere: one figure a user and shift. */
function tellTasks(centre: Centre, agent: Agent, now: number): void {
  centre.tell(now, {
    type: "dev.flexbill.usage",
    data: {
      product: "taskrouter",
      quantity: String(agent.tasksToday),
      unit: "task",
      at: instantOf(now),
      user: agent.user,
      dimensions: {},
    },
  });
}
