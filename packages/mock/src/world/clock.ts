import { addSeconds, type Exact, type Instant, isBefore, secondsBetween, zero } from "@flexbill/kernel";

/** A clock that stands still until it is told to move. */
export interface TestClock {
  readonly now: () => Instant;
  /** Moves the clock so many seconds on. False, and nothing moved, where that would be backwards. */
  advance(seconds: Exact): boolean;
  /** Moves the clock to an instant. False, and nothing moved, where that would be backwards. */
  set(to: Instant): boolean;
  /** Puts the clock back; only the restore of a snapshot may. */
  restore(to: Instant): void;
}

/**
 * A clock that goes on with another one, and can be moved ahead of it.
 *
 * @param real the instant now, which only the caller may look up
 *
 * @example
 * ```ts
 * const clock = createRunningClock(() => instant("2026-01-31T23:59:00Z"));
 * clock.set(instant("2026-02-01T00:00:00Z")); // true
 * ```
 */
export function createRunningClock(real: () => Instant): TestClock {
  let ahead: Exact = zero;
  const now = () => addSeconds(real(), ahead);
  const move = (to: Instant): void => {
    ahead = secondsBetween(real(), to);
  };
  const set = (to: Instant): boolean => {
    if (isBefore(to, now())) return false;
    move(to);
    return true;
  };
  return { now, advance: (seconds) => set(addSeconds(now(), seconds)), set, restore: move };
}

/**
 * A clock that stands at an instant.
 *
 * @example
 * ```ts
 * const clock = createTestClock(instant("2026-01-31T23:59:00Z"));
 * clock.advance(decimal(60)); // true
 * ```
 */
export function createTestClock(start: Instant): TestClock {
  let at = start;
  const set = (to: Instant): boolean => {
    if (isBefore(to, at)) return false;
    at = to;
    return true;
  };
  return {
    now: () => at,
    advance: (seconds) => set(addSeconds(at, seconds)),
    set,
    restore: (to) => {
      at = to;
    },
  };
}
