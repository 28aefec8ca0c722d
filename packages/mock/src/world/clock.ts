import { addSeconds, type Exact, type Instant, isBefore } from "@flexbill/kernel";

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
