import type { CalendarDate } from "@flexbill/kernel";
import { calendar, epochMilliseconds, instant } from "@flexbill/kernel";
import type { Centre, Span } from "./centre.ts";
import { createAgenda } from "./clock/agenda.ts";
import { dateAt, dayAfter, dayBefore, dayStart, hourLength } from "./clock/local-time.ts";
import { planArrivals, type Source } from "./contacts/arrivals.ts";
import { tellContacts } from "./contacts/counted.ts";
import { queuesOf } from "./contacts/queue.ts";
import { feeTable } from "./contacts/rate-card.ts";
import { sourcesOf } from "./contacts/sources.ts";
import { activityStates, planEnforcement, planRenamings } from "./people/activity.ts";
import { drawForgotten } from "./people/forgotten.ts";
import { planShifts } from "./people/roster.ts";
import { type Team, teamsOf } from "./people/team.ts";
import { planTenures } from "./people/tenure.ts";
import type { Profile } from "./profile/profile.ts";
import { noTallies } from "./tallies.ts";
import { tellNumbers } from "./telling/numbers.ts";

/**
 * A contact centre that is about to be played. It opens some days early, so that shifts, calls and conversations are
 * under way at the first instant that is asked for.
 */
export function openCentre(profile: Profile, seed: number, { from, to, name }: Span): Centre {
  const local = calendar(profile.timeZone);
  const first = runIn(profile, dateAt(local, from));
  const began = dayStart(local, first);
  const teams = teamsOf(profile, seed, began);
  const queues = queuesOf(profile, teams);
  const centre: Centre = {
    ...{ profile, calendar: local, from, to, teams, queues },
    agenda: createAgenda(),
    activities: activityStates(profile),
    contacts: new Map(),
    tallies: noTallies(),
    told: [],
    source: `/simulator/${profile.id}/${seed}/${name}`,
    lastTold: Number.NaN,
    lastTime: "",
    enforceAfter: null,
  };
  planEnforcement(centre, began);
  planRenamings(centre, began);
  planPeople(centre, began);
  tellNumbers(centre);
  centre.agenda.put(Math.floor(from / hourLength + 1) * hourLength, tellContacts, null);
  for (const team of teams) beginTeam(centre, team, first);
  const sources = sourcesOf(profile, queues, feeTable(profile.rateCards), seed);
  centre.agenda.put(began, beginDay, { day: first, sources });
  return centre;
}

/** The local day on which to begin: one more than the longest shift before the day that is asked for. */
function runIn({ teams, timeZone }: Profile, asked: CalendarDate): CalendarDate {
  const longest = Math.max(0, ...teams.flatMap(({ shifts }) => shifts.map(({ minutes }) => minutes)));
  const local = calendar(timeZone);
  let day = asked;
  for (let days = 1 + Math.ceil(longest / 1440); days > 0; days -= 1) day = dayBefore(local, day);
  return day;
}

function planPeople(centre: Centre, began: number): void {
  const { opened } = centre.profile;
  const at = epochMilliseconds(instant(opened));
  const day = dateAt(centre.calendar, at);
  for (const { agents } of centre.teams) for (const agent of agents) planTenures(centre, agent, began, at, day);
}

interface Day {
  readonly day: CalendarDate;
  readonly sources: readonly Source[];
}

/** Plans the contacts of a day when it begins, and the day after it. */
function beginDay(centre: Centre, { day, sources }: Day): void {
  for (const source of sources) planArrivals(centre, source, day);
  const next = dayAfter(centre.calendar, day);
  centre.agenda.put(dayStart(centre.calendar, next), beginDay, { day: next, sources });
}

interface TeamDay {
  readonly team: Team;
  readonly day: CalendarDate;
}

function beginTeam(centre: Centre, team: Team, day: CalendarDate): void {
  drawForgotten(team, day);
  centre.agenda.put(Math.max(dayStart(centre.calendar, day), dayStart(team.calendar, day)), beginTeamDay, {
    team,
    day,
  });
}

/** Plans the shifts of a team's day, by the team's own clock. */
function beginTeamDay(centre: Centre, { team, day }: TeamDay): void {
  if (day.endsWith("-01")) drawForgotten(team, day);
  planShifts(centre, team, day);
  const next = dayAfter(team.calendar, day);
  centre.agenda.put(dayStart(team.calendar, next), beginTeamDay, { team, day: next });
}
