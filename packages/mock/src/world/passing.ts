import {
  addSeconds,
  calendar,
  epochMilliseconds,
  fraction,
  fromEpochMilliseconds,
  type Instant,
  isBefore,
  nextMonth,
} from "@flexbill/kernel";
import { addDays } from "@flexbill/twilio";
import type { CourseOptions, MonthEnd, Passed } from "./course.ts";
import type { Deliver } from "./deliveries.ts";
import { noTraffic } from "./traffic.ts";
import type { DueCallback } from "./triggers.ts";
import type { World } from "./world.ts";

/** Time that passes in a world, one stretch after the other. */
export interface Passing {
  reached(): Instant;
  goOnFrom(at: Instant): void;
  /** Lets time pass up to an instant. */
  to(instant: Instant): Promise<Passed>;
  /** Does something while whoever asks sees the world on its way, and callbacks are waited for. */
  openly<T>(work: () => T | Promise<T>): Promise<T>;
  isOpen(): boolean;
  look(): void;
  delivered(): Promise<void>;
}

const gmt = calendar("UTC");
const minute = 60_000;
const aMoment = fraction(1, 1000);

/** Opens the time of a world. */
export function createPassing({ world, clock, traffic = noTraffic, since, deliver }: CourseOptions): Passing {
  let reached = since ?? clock.now();
  const { openly, isOpen } = createDoor();
  const { send, delivered } = createSending(deliver);
  const arrive = (at: Instant): void => {
    reached = at;
    clock.set(at);
  };
  /** A trigger fires at the first whole minute at which its threshold is reached. */
  const lookUntil = async (stop: Instant, fired: DueCallback[]): Promise<void> => {
    for (let at = firstFiring(world, reached, stop); at !== undefined; at = firstFiring(world, reached, stop)) {
      arrive(at);
      const due = world.triggers.evaluate(world, at);
      fired.push(...due);
      send(due);
      // The receiver of a callback finds the clock where it fired; a clock that goes by itself does not wait.
      if (isOpen()) await delivered();
    }
    arrive(stop);
  };
  /** Brings in what comes up to an instant; says how much it was. */
  const bring = async (stop: Instant, fired: DueCallback[]): Promise<number> => {
    let came = 0;
    for (const occurrence of traffic.between(reached, stop)) {
      if ("step" in occurrence) {
        await lookUntil(occurrence.at, fired);
        await openly(() => occurrence.step(world));
      } else if (!world.happened(occurrence.event)) continue;
      came += 1;
    }
    return came;
  };
  return {
    openly,
    reached: () => reached,
    isOpen,
    delivered,
    goOnFrom: (at) => {
      reached = at;
    },
    to: async (to) => {
      const from = reached;
      const fired: DueCallback[] = [];
      let came = 0;
      while (isBefore(reached, to)) {
        const stop = lookOf(reached, to);
        came += await bring(stop, fired);
        await lookUntil(stop, fired);
      }
      return { from, to, came, months: monthsEnded(world, from, to), fired };
    },
    look: () => send(world.triggers.evaluate(world, addSeconds(clock.now(), aMoment))),
  };
}

/** Open while work is done that others may watch. */
function createDoor(): Pick<Passing, "openly" | "isOpen"> {
  let isOpen = false;
  return {
    isOpen: () => isOpen,
    openly: async (work) => {
      const before = isOpen;
      isOpen = true;
      try {
        return await work();
      } finally {
        isOpen = before;
      }
    },
  };
}

/** Callbacks on their way, one after the other. */
function createSending(deliver: Deliver) {
  let underway: Promise<unknown> = Promise.resolve();
  return {
    send: (due: readonly DueCallback[]): void => {
      underway = due.reduce((before, callback) => before.then(() => deliver(callback)), underway);
    },
    delivered: async (): Promise<void> => {
      await underway;
    },
  };
}

/** Where to look next: just before the day ends, then at its end, but not after the target. */
function lookOf(now: Instant, to: Instant): Instant {
  const midnight = gmt.startOf(addDays(gmt.dateOf(now), 1));
  const before = addSeconds(midnight, fraction(-1, 1000));
  const stop = isBefore(now, before) ? before : midnight;
  return isBefore(to, stop) ? to : stop;
}

function firstFiring(world: World, from: Instant, to: Instant): Instant | undefined {
  if (!isBefore(from, to) || !world.triggers.wouldFire(world, to)) return undefined;
  let low = Math.floor(epochMilliseconds(from) / minute) + 1;
  let high = Math.ceil(epochMilliseconds(to) / minute);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (world.triggers.wouldFire(world, fromEpochMilliseconds(middle * minute))) high = middle;
    else low = middle + 1;
  }
  const found = fromEpochMilliseconds(low * minute);
  return isBefore(found, to) ? found : to;
}

/** The months that ended after one instant and up to another, each in its account's own zone. */
function monthsEnded(world: World, from: Instant, to: Instant): readonly MonthEnd[] {
  const ended = [...world.accounts.values()].flatMap(({ sid, contract, created }) => {
    const zone = calendar(contract.timeZone);
    const begin = isBefore(from, created) ? created : from;
    const months: { readonly end: Instant; readonly account: string; readonly month: MonthEnd["month"] }[] = [];
    for (let month = zone.monthOf(begin); !isBefore(to, zone.period(month).end); month = nextMonth(month))
      months.push({ end: zone.period(month).end, account: sid, month });
    return months;
  });
  return ended
    .sort((a, b) => epochMilliseconds(a.end) - epochMilliseconds(b.end))
    .map(({ account, month }) => ({ account, month }));
}
