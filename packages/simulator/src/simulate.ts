import { calendar, epochMilliseconds, type Interval, type Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import { createAgenda } from "./agenda.ts";
import { hire, tellPresence } from "./agent.ts";
import { type About, type Centre, instantOf, secondOf } from "./centre.ts";
import { dayStart, daysOf } from "./local-time.ts";
import { planConversations } from "./messages.ts";
import type { Profile } from "./profile.ts";
import { stream } from "./random.ts";
import { drawForgotten, planShifts } from "./roster.ts";
import { noTallies, type RunStatistics, statisticsOf } from "./statistics.ts";
import { planCalls } from "./voice.ts";

/** What a run needs to know besides the profile. */
export interface SimulationOptions {
  readonly month: Month;
  /** A whole number from 0: the same seed gives the same events, on every machine. */
  readonly seed: number;
  /** The zone of the billing month, `UTC` by default. */
  readonly timeZone?: string;
}

/** A run: its events once, in the order in which they become known, and its figures, complete when the events are. */
export interface Run {
  readonly events: Iterable<FlexEvent>;
  readonly statistics: () => RunStatistics;
}

/**
 * The events of a month in a contact centre, in the order in which they become known, made as they are read.
 *
 * @example
 * ```ts
 * const events = [...simulate(profileById("demo")!, { month: month("2026-10"), seed: 1 })];
 * ```
 */
export function simulate(profile: Profile, options: SimulationOptions): Iterable<FlexEvent> {
  return createRun(profile, options).events;
}

/** As `simulate`, with the figures of the run. */
export function createRun(profile: Profile, options: SimulationOptions): Run {
  const told: FlexEvent[] = [];
  const centre = open(profile, options, told);
  return {
    events: play(centre, told),
    statistics: () =>
      statisticsOf(
        centre.tallies,
        centre.agents.map(({ workedSeconds }) => workedSeconds),
      ),
  };
}

function* play(centre: Centre, told: FlexEvent[]): Generator<FlexEvent> {
  planMonth(centre);
  let now = 0;
  for (let next = centre.agenda.next(); next !== undefined; next = centre.agenda.next()) {
    now = next.at;
    next.happen();
    if (told.length > 0) yield* told.splice(0);
  }
  for (const agent of centre.agents) tellPresence(centre, agent, now, null);
  yield* told.splice(0);
}

function open(profile: Profile, { month, seed, timeZone = "UTC" }: SimulationOptions, told: FlexEvent[]): Centre {
  const period = calendar(timeZone).period(month);
  const local = calendar(profile.timeZone);
  const tallies = noTallies();
  const source = `/simulator/${profile.id}/${seed}/${month}`;
  const belongs = withinPeriod(period);
  const tell: Centre["tell"] = (known, saying, about = { start: known }) => {
    if (!belongs(about)) return;
    tallies.events += 1;
    const id = String(tallies.events);
    told.push({ specversion: "1.0", id, source, subject: profile.account, time: instantOf(known), ...saying });
  };
  const [first] = daysOf(local, period);
  const began = first === undefined ? 0 : dayStart(local, first);
  return {
    ...{ profile, calendar: local, period, tallies, tell, queue: [] },
    agents: hire(profile, began),
    agenda: createAgenda(),
    stream: (...path) => stream(seed, month, ...path),
    sid: sids(seed, month),
  };
}

/** Identifiers as Twilio forms them: two letters and 32 hexadecimal digits. */
function sids(seed: number, month: Month): (prefix: string) => string {
  const draw = stream(seed, month, "sid");
  const word = (): string => draw().toString(16).padStart(8, "0");
  return (prefix) => prefix + word() + word() + word() + word();
}

/** Whole local days are played; an event is told where what it is about lies in the billing month. */
function withinPeriod({ start: first, end: last }: Interval): (about: About) => boolean {
  const [from, to] = [epochMilliseconds(first) / 1000, epochMilliseconds(last) / 1000];
  return ({ start, end }) => start < to && (end === undefined ? start >= from : end === null || end > from);
}

/** Plans day after day, each when it begins. */
function planMonth(centre: Centre): void {
  const days = daysOf(centre.calendar, centre.period);
  const forgotten = drawForgotten(centre, days);
  for (const [at, day] of days.entries()) {
    const start = dayStart(centre.calendar, day);
    centre.agenda.put(start, () => {
      if (at === 0) tellStanding(centre, start);
      planShifts(centre, day, forgotten);
      planCalls(centre, day);
      planConversations(centre, day);
    });
  }
}

/** What stands before the month begins: seats and numbers. */
function tellStanding(centre: Centre, now: number): void {
  const { opened, country, numbers } = centre.profile;
  const since = { start: secondOf(opened), end: null };
  for (const { user } of centre.agents) {
    centre.tell(now, { type: "dev.flexbill.seat", data: { user, start: opened, end: null } }, since);
  }
  for (const { number, numberType, purchased } of numbers) {
    const data = { number, country, numberType, purchased, released: null };
    centre.tell(now, { type: "dev.flexbill.number", data }, { start: secondOf(purchased), end: null });
  }
}
