import type { SpreadText } from "../chance/spread.ts";
import { meanOf, spreadOf } from "../chance/spread.ts";
import { clockMinutes } from "../clock/local-time.ts";
import type { Arrivals } from "./arrivals.ts";
import type { Profile } from "./profile.ts";
import type { TeamText } from "./team.ts";

const weekHours = 168;
const mean = (text: SpreadText): number => meanOf(spreadOf(text, 1));

/** Hours of work by the hours of a local week, from Sunday 00:00. */
export type Week = readonly number[];

const noWork = (): number[] => new Array<number>(weekHours).fill(0);

/** How many of a team are at work in each hour of an ordinary week, breaks and absences taken out. */
export function staffedWeek({ shifts, absencePerMille }: TeamText): Week {
  const week = noWork();
  for (const { users, start, minutes, weekdays, breaks } of shifts) {
    const pauses = breaks.reduce((sum, pause) => sum + pause.minutes, 0);
    const share = minutes === 0 ? 0 : (users * (1 - absencePerMille / 1000) * Math.max(0, minutes - pauses)) / minutes;
    for (const weekday of weekdays) addWork(week, weekday * 1440 + clockMinutes(start), minutes, share);
  }
  return week;
}

function addWork(week: number[], from: number, minutes: number, share: number): void {
  for (let at = from; at < from + minutes; ) {
    const next = Math.min(from + minutes, (Math.floor(at / 60) + 1) * 60);
    const hour = Math.floor(at / 60) % weekHours;
    week[hour] = (week[hour] as number) + (share * (next - at)) / 60;
    at = next;
  }
}

/** The contacts of a line in each hour of an ordinary week. */
function contactsOfWeek({ perDay, hours, weekdays, months }: Arrivals): Week {
  const total = hours.reduce((sum, weight) => sum + weight, 0);
  const year = months.reduce((sum, share) => sum + share, 0) / 1200;
  return noWork().map((_, hour) => {
    const day = (perDay * year * (weekdays[Math.floor(hour / 24)] as number)) / 100;
    return (day * (hours[hour % 24] as number)) / total;
  });
}

/** What comes to a queue, in hours of a user's work for each contact. */
interface Load {
  readonly arrivals: Arrivals;
  readonly hours: number;
}

function loadsOf(profile: Profile, queue: string): readonly Load[] {
  const calls = profile.calls
    .filter((line) => line.queue === queue)
    .map(({ arrivals, bot, selfServicePerMille, talkSeconds, wrapUpSeconds }) => {
      const reach = 1 - (bot?.containedPerMille ?? selfServicePerMille) / 1000;
      return { arrivals, hours: (reach * (mean(talkSeconds) + mean(wrapUpSeconds))) / 3600 };
    });
  const dialled = profile.dialling
    .filter((line) => line.queue === queue)
    .map(({ arrivals, ringSeconds, talkSeconds, wrapUpSeconds, outcomes }) => {
      const all = outcomes.reduce((sum, { weight }) => sum + weight, 0);
      const completed = outcomes.find(({ name }) => name === "completed")?.weight ?? 0;
      const seconds = mean(ringSeconds) + (mean(talkSeconds) * completed) / all + mean(wrapUpSeconds);
      return { arrivals, hours: seconds / 3600 };
    });
  return [...calls, ...dialled];
}

function chatLoadsOf(profile: Profile, queue: string): readonly Load[] {
  return profile.conversations
    .filter((line) => line.queue === queue)
    .map(({ arrivals, bot, replies, gapSeconds, wrapUpSeconds }) => {
      const reach = 1 - (bot?.containedPerMille ?? 0) / 1000;
      const seconds = Math.max(1, 2 * mean(replies) - 1) * mean(gapSeconds) + mean(wrapUpSeconds);
      return { arrivals, hours: (reach * seconds) / 3600 };
    });
}

/** Work that comes to a queue in an ordinary week, and what its teams could do of it. */
export interface Capacity {
  readonly queue: string;
  readonly media: "calls" | "conversations";
  /** Hours of work that come while somebody is there. */
  readonly offered: number;
  readonly staffed: number;
  readonly contacts: number;
}

/** The capacity of each queue for what comes to it. */
export function capacities(profile: Profile): readonly Capacity[] {
  return profile.queues.flatMap(({ id, teams: names }) => {
    const teams = profile.teams.filter((team) => names.includes(team.id));
    const weeks = teams.map((team) => ({ week: staffedWeek(team), concurrent: team.concurrent }));
    const calls = capacityOf(loadsOf(profile, id), sumOf(weeks.map(({ week }) => week)));
    const chats = capacityOf(
      chatLoadsOf(profile, id),
      sumOf(weeks.map(({ week, concurrent }) => week.map((hours) => hours * concurrent))),
    );
    return [
      { queue: id, media: "calls" as const, ...calls },
      { queue: id, media: "conversations" as const, ...chats },
    ];
  });
}

const sumOf = (weeks: readonly Week[]): Week =>
  noWork().map((_, hour) => weeks.reduce((sum, week) => sum + (week[hour] as number), 0));

function capacityOf(loads: readonly Load[], week: Week): Omit<Capacity, "queue" | "media"> {
  let [offered, contacts] = [0, 0];
  for (const { arrivals, hours } of loads) {
    for (const [hour, count] of contactsOfWeek(arrivals).entries()) {
      contacts += count;
      if ((week[hour] as number) > 0) offered += count * hours;
    }
  }
  return { offered, contacts, staffed: week.reduce((sum, hours) => sum + hours, 0) };
}
