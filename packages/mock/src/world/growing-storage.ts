import {
  add,
  ceiling,
  decimal,
  divide,
  type Exact,
  earlier,
  type Instant,
  type Interval,
  isBefore,
  isZero,
  later,
  type Month,
  multiply,
  negate,
  secondsOf,
  subtract,
  zero,
} from "@flexbill/kernel";
import { defaultUseCase, type Recording, type UsageRow } from "@flexbill/usage";
import type { LoggedEvent } from "./event-log.ts";

/** What recordings came to in storage, as a month goes on: each is read when it begins and when it ends, not each day. */
export interface GrowingStorage {
  /** Takes a recording that has begun; its end may become known later. */
  add(logged: LoggedEvent, recording: Recording): void;
  /** The rows of the month so far, up to an instant at or after the last one asked for; none of quantity zero. */
  upTo(until: Instant): readonly UsageRow[];
  /** True where nothing is kept any more: the rows stay as they are. */
  isSettled(): boolean;
}

/** A recording that is kept. */
interface Kept {
  readonly logged: LoggedEvent;
  readonly from: Instant;
  readonly minutes: Exact;
  readonly shelf: Shelf;
}

/**
 * The recordings of one use case. What they came to is `minutes` × the seconds since the month began, less `missed`: a
 * recording misses what went by before it began; one that is gone takes its minutes away, and leaves what it came to.
 */
interface Shelf {
  minutes: Exact;
  missed: Exact;
}

const minute = decimal(60);

/** Opens the storage of a month with nothing in it. */
export function openGrowingStorage(account: string, month: Month, period: Interval): GrowingStorage {
  const shelves = new Map<string, Shelf>();
  const all = new Set<Kept>();
  const since = (at: Instant): Exact => secondsOf({ start: period.start, end: at });
  const row = (useCase: string, quantity: Exact): UsageRow => {
    const what = { product: "recording-storage", unit: "minute", user: null, dimensions: {} };
    return { account, month, ...what, useCase, quantity };
  };
  return {
    isSettled: () => all.size === 0,
    add: (logged, { useCase = defaultUseCase, seconds }) => {
      const from = later(logged.begin, period.start);
      if (!isBefore(from, period.end)) return;
      const shelf = shelves.get(useCase) ?? { minutes: zero, missed: zero };
      shelves.set(useCase, shelf);
      const minutes = ceiling(divide(decimal(seconds), minute));
      put(shelf, minutes, since(from));
      all.add({ logged, from, minutes, shelf });
    },
    upTo: (until) => {
      const reached = earlier(until, period.end);
      for (const kept of all) {
        const { end } = kept.logged;
        if (end === null || end === undefined || isBefore(reached, end)) continue;
        put(kept.shelf, negate(kept.minutes), since(later(end, kept.from)));
        all.delete(kept);
      }
      return [...shelves].flatMap(([useCase, { minutes, missed }]) => {
        const stored = subtract(multiply(minutes, since(reached)), missed);
        return isZero(stored) ? [] : [row(useCase, divide(stored, secondsOf(period)))];
      });
    },
  };
}

/** Puts minutes on a shelf, or takes them off, some seconds after the month began. */
function put(shelf: Shelf, minutes: Exact, seconds: Exact): void {
  shelf.minutes = add(shelf.minutes, minutes);
  shelf.missed = add(shelf.missed, multiply(minutes, seconds));
}
