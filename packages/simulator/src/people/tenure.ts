import type { CalendarDate } from "@flexbill/kernel";
import type { Centre } from "../centre.ts";
import { peek } from "../chance/dice.ts";
import { instantText } from "../clock/instant-text.ts";
import { clockTime, dayLength, hourLength, monthNumber } from "../clock/local-time.ts";
import { sidOf } from "../telling/sid.ts";
import { tell } from "../telling/tell.ts";
import type { Agent } from "./agent.ts";
import { enter } from "./presence.ts";

/** The time for which one user holds a seat. */
export interface Tenure {
  readonly agent: Agent;
  readonly user: string;
  readonly start: number;
  /** When the user begins to work on the seat. */
  readonly works: number;
  /** Null where no end is in sight. */
  readonly end: number | null;
  /** The month in which it begins, counted from year 0. */
  readonly month: number;
}

/** Nobody looks further ahead than this many months. */
const sight = 240;

interface Change {
  readonly month: number;
  /** When the newcomer is provisioned, when they begin to work and when the leaver is removed. */
  readonly joins: number;
  readonly works: number;
  readonly leaves: number;
}

const dateIn = (month: number, day: number): CalendarDate =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CalendarDate;

/** The change of hands of a seat in a month, if there is one: decided by the seat and the month alone. */
function changeIn({ team, ...agent }: Agent, month: number): Change | undefined {
  const { turnover } = team.text;
  if (turnover === undefined || peek(agent, month) % 1000 >= turnover.perMilleMonth) return undefined;
  const day = dateIn(month, 2 + (peek(agent, month + 0x1_0000) % 26));
  const at = (hour: number): number => clockTime(team.calendar, day, hour * 60);
  return turnover.swap === "add-then-remove"
    ? { month, joins: at(5) - turnover.overlapDays * dayLength, works: at(5), leaves: at(6) }
    : { month, joins: at(5), works: at(5), leaves: at(4) };
}

function changeAfter(agent: Agent, month: number): Change | undefined {
  if (agent.team.text.turnover === undefined) return undefined;
  for (let later = month + 1; later <= month + sight; later += 1) {
    const change = changeIn(agent, later);
    if (change !== undefined) return change;
  }
  return undefined;
}

const userOf = ({ high, low }: Agent, month: number): string => sidOf("WK", high, low, month);

/** The first user of a seat, since the account was opened, or since the season of the seat began. */
export function firstTenure(agent: Agent, opened: number, openedOn: CalendarDate): Tenure {
  const month = monthNumber(openedOn);
  if (agent.shift.season !== undefined) return seasonOf(agent, Math.floor(month / 12), agent.shift.season);
  const user = userOf(agent, month);
  return { agent, user, start: opened, works: opened, end: changeAfter(agent, month)?.leaves ?? null, month };
}

/** The next user of the seat, or undefined where the one who has it stays. */
export function tenureAfter({ agent, month }: Tenure): Tenure | undefined {
  if (agent.shift.season !== undefined) return seasonOf(agent, Math.floor(month / 12) + 1, agent.shift.season);
  const change = changeAfter(agent, month);
  if (change === undefined) return undefined;
  const { joins: start, works, month: begun } = change;
  return {
    agent,
    user: userOf(agent, begun),
    start,
    works,
    end: changeAfter(agent, begun)?.leaves ?? null,
    month: begun,
  };
}

/** A seat of a season is provisioned on its first day and removed after its last one, each year with new people. */
function seasonOf(agent: Agent, year: number, { from, to }: { readonly from: string; readonly to: string }): Tenure {
  const at = (day: string, of: number): number =>
    clockTime(agent.team.calendar, `${String(of).padStart(4, "0")}-${day}` as CalendarDate, 240);
  const start = at(from, year);
  const user = userOf(agent, year * 12);
  return {
    agent,
    user,
    start,
    works: start,
    end: at(to, from < to ? year : year + 1) + 20 * hourLength,
    month: year * 12,
  };
}

/** Seats every user who has a seat when the run begins, and plans the changes to come. */
export function planTenures(centre: Centre, agent: Agent, began: number, opened: number, openedOn: CalendarDate): void {
  let tenure: Tenure | undefined = firstTenure(agent, opened, openedOn);
  while (tenure !== undefined && tenure.end !== null && tenure.end <= began) tenure = tenureAfter(tenure);
  if (tenure !== undefined) centre.agenda.put(Math.max(began, tenure.works), takeSeat, tenure);
  for (; tenure !== undefined && tenure.start <= centre.from; tenure = tenureAfter(tenure)) {
    if (tenure.end === null || tenure.end > centre.from) centre.agenda.put(centre.from, tellSeat, tenure);
  }
  if (tenure !== undefined && tenure.start < centre.to) centre.agenda.put(tenure.start, arrives, tenure);
}

/** A new user is provisioned; the one after them is planned. */
function arrives(centre: Centre, tenure: Tenure, now: number): void {
  tellSeat(centre, tenure, now);
  const next = tenureAfter(tenure);
  if (next !== undefined && next.start < centre.to) centre.agenda.put(Math.max(next.start, now), arrives, next);
}

function tellSeat(centre: Centre, { agent, user, start, end }: Tenure, now: number): void {
  agent.team.tallies.users += 1;
  tell(centre, now, agent.team.account, "dev.flexbill.seat", {
    user,
    start: instantText(start),
    end: end === null || end >= centre.to ? null : instantText(end),
  });
}

/**
 * Sits down on a seat; whoever has it still, even in a forgotten session, is gone with this instant. A shift that is
 * not over is waited for.
 */
function takeSeat(centre: Centre, tenure: Tenure, now: number): void {
  const { agent, user, end } = tenure;
  if (agent.plan !== null) {
    centre.agenda.put(now + hourLength, takeSeat, tenure);
    return;
  }
  const next = tenureAfter(tenure);
  if (next !== undefined && next.works < centre.to) centre.agenda.put(Math.max(next.works, now), takeSeat, next);
  if (end !== null && (next === undefined || next.works > end))
    centre.agenda.put(Math.max(end, now), leaveSeat, tenure);
  if (agent.user !== "" && now >= centre.from && now < centre.to) centre.tallies.swaps += 1;
  enter(centre, agent, null, now);
  agent.user = user;
  enter(centre, agent, centre.activities.logout, now);
}

/** Leaves a seat that stays empty for a while. */
function leaveSeat(centre: Centre, tenure: Tenure, now: number): void {
  const { agent, user } = tenure;
  if (agent.user !== user) return;
  if (agent.plan !== null) {
    centre.agenda.put(now + hourLength, leaveSeat, tenure);
    return;
  }
  enter(centre, agent, null, now);
  agent.user = "";
}
