import {
  addSeconds,
  calendar,
  epochMilliseconds,
  fraction,
  fromEpochMilliseconds,
  type Instant,
  isBefore,
} from "@flexbill/kernel";
import { addDays } from "@flexbill/twilio";
import type { TestClock } from "./clock.ts";
import type { Deliver } from "./deliveries.ts";
import type { DueCallback } from "./triggers.ts";
import type { World } from "./world.ts";

const gmt = calendar("UTC");
const minute = 60_000;

/**
 * Moves the clock to an instant, minute by minute where something fires: a trigger fires at the first whole minute at
 * which its threshold is reached, and each day is looked at once more before it ends. Returns what fired.
 */
export async function advanceTo(
  world: World,
  clock: TestClock,
  to: Instant,
  deliver: Deliver,
): Promise<readonly DueCallback[]> {
  const fired: DueCallback[] = [];
  while (isBefore(clock.now(), to)) {
    const stop = lookOf(clock.now(), to);
    for (let at = firstFiring(world, clock.now(), stop); at !== undefined; at = firstFiring(world, clock.now(), stop)) {
      clock.set(at);
      for (const callback of world.triggers.evaluate(world, at)) {
        fired.push(callback);
        await deliver(callback);
      }
    }
    clock.set(stop);
  }
  return fired;
}

/** Where to look next: just before the day ends, then at its end, but not after the target. */
function lookOf(now: Instant, to: Instant): Instant {
  const midnight = gmt.startOf(addDays(gmt.dateOf(now), 1));
  const before = addSeconds(midnight, fraction(-1, 1000));
  const stop = isBefore(now, before) ? before : midnight;
  return isBefore(to, stop) ? to : stop;
}

function firstFiring(world: World, from: Instant, to: Instant): Instant | undefined {
  if (!world.triggers.wouldFire(world, to)) return undefined;
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
