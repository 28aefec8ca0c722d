import { epochMilliseconds, fromEpochMilliseconds, type Instant, isBefore, type Month } from "@flexbill/kernel";
import type { TestClock } from "./clock.ts";
import type { Deliver } from "./deliveries.ts";
import { createPassing } from "./passing.ts";
import type { Traffic } from "./traffic.ts";
import type { DueCallback } from "./triggers.ts";
import type { World } from "./world.ts";

/** What went by while a world's time passed. */
export interface Passed {
  readonly from: Instant;
  readonly to: Instant;
  /** Events and steps that came by themselves. */
  readonly came: number;
  /** Months that ended for an account, in the order of time: their invoices can be read. */
  readonly months: readonly MonthEnd[];
  readonly fired: readonly DueCallback[];
}

/** A month that is over for an account. */
export interface MonthEnd {
  readonly account: string;
  readonly month: Month;
}

/** The course of a world: its time passes, what comes by itself comes, what is due fires. */
export interface Course {
  /** Up to where everything has come that comes by itself. */
  reached(): Instant;
  /** Lets time pass up to an instant, and says what happened when all of it is done. */
  goTo(to: Instant): Promise<Passed>;
  /** Brings in what came since by itself, where the clock went on by itself; up to its last whole minute. */
  catchUp(): Promise<void>;
  /** Looks at the triggers because something was written; what fires is on its way when this returns. */
  look(): void;
  /** When every callback on its way was answered, or given up. */
  delivered(): Promise<void>;
  /** The world was put back: it goes on from its clock again. */
  goOnFrom(at: Instant): void;
}

/** What a course is made of. */
export interface CourseOptions {
  readonly world: World;
  readonly clock: TestClock;
  readonly traffic?: Traffic;
  /** From where on what comes by itself has to come; by default from where the clock stands. */
  readonly since?: Instant;
  readonly deliver: Deliver;
}

const minute = 60_000;

/** Opens the course of a world. */
export function createCourse(options: CourseOptions): Course {
  const { clock } = options;
  const passing = createPassing(options);
  let catching: Promise<unknown> | undefined;
  return {
    reached: passing.reached,
    goOnFrom: passing.goOnFrom,
    look: passing.look,
    delivered: passing.delivered,
    goTo: async (to) => {
      await catching;
      return passing.openly(() => passing.to(to));
    },
    catchUp: async () => {
      if (passing.isOpen()) return;
      const now = epochMilliseconds(clock.now());
      const whole = fromEpochMilliseconds(now - (now % minute));
      if (catching === undefined && isBefore(passing.reached(), whole)) {
        catching = passing.to(whole).finally(() => {
          catching = undefined;
        });
      }
      await catching;
    },
  };
}
