import { calendar, epochMilliseconds, type Instant, type Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { Centre, Span } from "./centre.ts";
import { openCentre } from "./open-centre.ts";
import { tellPresence } from "./people/presence.ts";
import type { Profile, RateCard } from "./profile/profile.ts";
import { type RunStatistics, statisticsOf } from "./statistics.ts";
import { wantedLength } from "./telling/tell.ts";

/** What a run needs to know besides the profile. */
export interface SimulationOptions {
  /** A whole number from 0: the same seed gives the same events, on every machine. */
  readonly seed: number;
  /** One billing month. */
  readonly month?: Month;
  /** Or months that follow each other. */
  readonly months?: readonly Month[];
  /** Or from an instant on. */
  readonly from?: Instant;
  /** Up to an instant; without it the run never ends, and what is not read is never made. */
  readonly to?: Instant;
  /** The zone of the billing months, `UTC` by default. */
  readonly timeZone?: string;
  /** The main account, in place of the profile's own. */
  readonly account?: string;
  /** What providers charge, in place of the profile's own rate cards. */
  readonly rateCards?: readonly RateCard[];
}

/** A run: its events once, in the order in which they become known, and its figures, complete when the events are. */
export interface Run {
  readonly events: Iterable<FlexEvent>;
  /** The same events, some hundreds at a time: a run is read once, in one way or the other. */
  readonly batches: Iterable<readonly FlexEvent[]>;
  readonly statistics: () => RunStatistics;
}

/**
 * The events of a contact centre, in the order in which they become known, made as they are read. Month follows month
 * without a jump: what is in progress at midnight goes on.
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
  const centre = openCentre(
    {
      ...profile,
      account: options.account ?? profile.account,
      rateCards: [...(options.rateCards ?? profile.rateCards)],
    },
    options.seed,
    spanOf(options),
  );
  const batches = play(centre);
  return { events: singly(batches), batches, statistics: () => statisticsOf(centre) };
}

/** From when to when, and the name of it. */
function spanOf({ month, months, from, to, timeZone = "UTC" }: SimulationOptions): Span {
  const local = calendar(timeZone);
  const wanted = [...(months ?? (month === undefined ? [] : [month]))].sort();
  const [first, last] = [wanted[0], wanted.at(-1)];
  const start = from ?? (first === undefined ? undefined : local.period(first).start);
  const end = to ?? (last === undefined ? undefined : local.period(last).end);
  if (start === undefined) throw new RangeError("A run needs a month, or an instant to begin at");
  return {
    from: epochMilliseconds(start),
    to: end === undefined ? Number.POSITIVE_INFINITY : epochMilliseconds(end),
    name: first ?? String(epochMilliseconds(start)),
  };
}

const batchSize = 512;

/** What has begun in time is told until it ends; whoever is still in an activity after this long has not left it. */
const patience = 12 * 3_600_000;

function* play(centre: Centre): Generator<readonly FlexEvent[]> {
  const { agenda, to } = centre;
  const last = to + patience;
  while (agenda.due() < last) {
    agenda.step(centre);
    if (centre.told.length >= batchSize) yield centre.told.splice(0);
  }
  for (const { agents } of centre.teams) for (const agent of agents) tellPresence(centre, agent, last, null);
  countStaffed(centre, last);
  yield centre.told.splice(0);
}

/** Whoever is still at work has been so until now. */
function countStaffed(centre: Centre, now: number): void {
  for (const { agents, tallies } of centre.teams) {
    for (const { plan, pausedUntil, readySince } of agents) {
      if (plan !== null && pausedUntil <= now) tallies.staffed += wantedLength(centre, readySince, now);
    }
  }
}

function* singly(batches: Iterable<readonly FlexEvent[]>): Generator<FlexEvent> {
  for (const batch of batches) yield* batch;
}
