import { calendar, type Decimal, fromEpochMilliseconds, isBefore, type Month } from "@flexbill/kernel";
import {
  createClock,
  createWorld,
  monthlyTraffic,
  type ReadWorld,
  type TestClock,
  type TimeOptions,
  type World,
} from "@flexbill/mock";
import { profileById, simulate } from "@flexbill/simulator";
import { type SimulatedMonth, worldOf } from "./demo-world.ts";

/** A world with a clock, and what happens in it by itself as the clock goes on. */
export interface ServedWorld extends Pick<TimeOptions, "traffic" | "since"> {
  readonly world: World;
  readonly clock: TestClock;
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
  const zone = calendar(timeZone);
  const { end } = zone.period(month.month);
  const since = isBefore(clock.now(), end) ? end : clock.now();
  const profile = profileById(of.profile);
  const eventsOf = (each: Month) =>
    profile === undefined ? [] : simulate(profile, { month: each, seed: of.seed, timeZone });
  return { world: worldOf(month, clock.now, of.truth), clock, traffic: monthlyTraffic(zone, eventsOf, since) };
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
