import type { CalendarDate } from "@flexbill/kernel";
import type { Centre } from "../centre.ts";
import { childDice, type Dice } from "../chance/dice.ts";
import { below, chance } from "../chance/draw.ts";
import { drawTime } from "../chance/spread.ts";
import { clockMinutes, clockTime, dayNumber, minuteLength, weekday } from "../clock/local-time.ts";
import { isClosed } from "../contacts/holiday.ts";
import { wantedLength } from "../telling/tell.ts";
import type { Agent } from "./agent.ts";
import { beginShift, breakFalls, endShift } from "./shift.ts";
import type { Team } from "./team.ts";

/** One shift of one user. */
export interface ShiftPlan {
  readonly agent: Agent;
  readonly dice: Dice;
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
  /** How long breaks are put off. */
  readonly putOff: number;
  readonly forgets: boolean;
  /** Closes the lid at the end in place of logging out. */
  readonly closesLid: boolean;
  nextBreak: number;
}

/** Plans the shifts of a team that begin on a local day. */
export function planShifts(centre: Centre, team: Team, day: CalendarDate): void {
  const today = weekday(day);
  const number = dayNumber(day);
  if (!team.text.worksHolidays && isClosed(centre.profile, day)) return;
  for (const agent of team.agents) {
    if (!agent.shift.weekdays.includes(today)) continue;
    const dice = childDice(agent, number);
    if (chance(dice, team.text.absencePerMille)) continue;
    planShift(centre, agent, dice, day, number);
  }
}

function planShift(centre: Centre, agent: Agent, dice: Dice, day: CalendarDate, number: number): void {
  const { shift, team } = agent;
  const spread = below(dice, shift.startSpreadMinutes + 1);
  const start = clockTime(team.calendar, day, clockMinutes(shift.start)) + spread * minuteLength;
  const plan: ShiftPlan = {
    agent,
    dice,
    weekday: weekday(day),
    start,
    end: start + shift.minutes * minuteLength,
    putOff: below(dice, shift.breakSpreadMinutes + 1) * minuteLength,
    forgets: agent.forgetsFrom <= number,
    closesLid: chance(dice, team.text.lidPerMille),
    nextBreak: 0,
  };
  if (plan.forgets) agent.forgetsFrom = Number.POSITIVE_INFINITY;
  centre.agenda.put(start + drawTime(dice, team.late), beginShift, plan);
  putNextBreak(centre, plan);
  centre.agenda.put(plan.end, endShift, plan);
}

/** Puts the next break of the shift into the agenda, if there is one on this day of the week. */
export function putNextBreak(centre: Centre, plan: ShiftPlan): void {
  const { breaks } = plan.agent.shift;
  for (; plan.nextBreak < breaks.length; plan.nextBreak += 1) {
    const pause = breaks[plan.nextBreak];
    if (pause === undefined || pause.weekdays?.includes(plan.weekday) === false) continue;
    centre.agenda.put(plan.start + plan.putOff + pause.after * minuteLength, breakFalls, plan);
    return;
  }
}

/** Counts what a shift plans, once it is known that somebody came. */
export function countRoster(centre: Centre, { agent, start, end }: ShiftPlan): void {
  agent.team.tallies.roster += wantedLength(centre, start, end);
}
