import { calendar, type Decimal, fromEpochMilliseconds, type Instant, isBefore, type Month } from "@flexbill/kernel";
import {
  createClock,
  createWorld,
  monthlyTraffic,
  type ReadWorld,
  type TestClock,
  type TimeOptions,
  type Traffic,
  type World,
} from "@flexbill/mock";
import { profileById, simulate } from "@flexbill/simulator";
import { type SimulatedMonth, worldOf } from "./demo-world.ts";

/** A world with a clock, and what happens in it by itself as the clock goes on. */
export interface ServedWorld extends Pick<TimeOptions, "traffic" | "since"> {
  readonly world: World;
  readonly clock: TestClock;
  /** Who goes on working in it; undefined where nobody does. */
  readonly people?: People;
}

/** How the clock of a served world goes. */
export interface Going {
  /** The time outside, in milliseconds. */
  readonly now: () => number;
  readonly rate: Decimal;
}

/** The world of a simulated month: its clock begins now, and the same people go on working from then on. */
export function simulatedWorld(
  month: SimulatedMonth,
  { now, rate }: Going,
  of: { readonly profile: string; readonly seed: number; readonly truth?: number },
): ServedWorld {
  const real = () => fromEpochMilliseconds(now());
  const clock = createClock({ start: real(), real, rate });
  const { timeZone } = month.contract;
  const { end } = calendar(timeZone).period(month.month);
  const since = isBefore(clock.now(), end) ? end : clock.now();
  const people = { ...of, timeZone, since };
  return { world: worldOf(month, clock.now, of.truth), clock, traffic: trafficOf(people), people };
}

/** Who goes on working in a world, and from when on. */
export interface People {
  readonly profile: string;
  readonly seed: number;
  readonly timeZone: string;
  readonly since: Instant;
}

/** What people bring to a world by themselves. */
export function trafficOf({ profile: id, seed, timeZone, since }: People): Traffic {
  const profile = profileById(id);
  const eventsOf = (month: Month) => (profile === undefined ? [] : simulate(profile, { month, seed, timeZone }));
  return monthlyTraffic(calendar(timeZone), eventsOf, since);
}

/** A world that was taken away: its clock goes on from where it stood. */
export function broughtWorld({ state, now: start }: ReadWorld, { now, rate }: Going): ServedWorld {
  const clock = createClock({ start, real: () => fromEpochMilliseconds(now()), rate });
  const [main] = state.accounts;
  if (main === undefined) throw new RangeError("A world has at least one account");
  const { contract, priceBook } = main.seed;
  const world = createWorld({ contract, priceBook, events: [], now: clock.now });
  world.restore(state);
  return { world, clock };
}
