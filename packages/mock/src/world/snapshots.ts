import type { Instant } from "@flexbill/kernel";
import type { TestClock } from "./clock.ts";
import type { Course } from "./course.ts";
import type { World } from "./world.ts";
import type { WorldState } from "./world-state.ts";

/** Named moments of a world that it can be put back to. */
export interface Snapshots {
  readonly names: readonly string[];
  /** Takes a snapshot; one of the same name is replaced. False where there are too many. */
  take(name: string): boolean;
  /** Puts world and clock back; false where nothing has that name. */
  restore(name: string): boolean;
  remove(name: string): boolean;
  /** Puts world and clock back to where they were at first; snapshots stay. */
  reset(): void;
}

interface Moment {
  readonly state: WorldState;
  readonly at: Instant;
  readonly reached: Instant;
}

const mostSnapshots = 100;

/** Opens the snapshots of a world; how it is now is what a reset goes back to. */
export function createSnapshots(world: World, clock: TestClock, course: Course): Snapshots {
  const moments = new Map<string, Moment>();
  const moment = (): Moment => ({ state: world.save(), at: clock.now(), reached: course.reached() });
  const goTo = ({ state, at, reached }: Moment): void => {
    clock.restore(at);
    world.restore(state);
    course.goOnFrom(reached);
  };
  const first = moment();
  return {
    get names() {
      return [...moments.keys()];
    },
    take: (name) => {
      if (!moments.has(name) && moments.size >= mostSnapshots) return false;
      moments.set(name, moment());
      return true;
    },
    restore: (name) => {
      const known = moments.get(name);
      if (known !== undefined) goTo(known);
      return known !== undefined;
    },
    remove: (name) => moments.delete(name),
    reset: () => goTo(first),
  };
}
