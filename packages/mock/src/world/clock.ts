import {
  addSeconds,
  type Decimal,
  type Exact,
  type Instant,
  isBefore,
  isNegative,
  isZero,
  multiply,
  one,
  secondsBetween,
  zero,
} from "@flexbill/kernel";

/** A clock that goes only as it is told to: not at all, with real time, or faster. Never backwards. */
export interface TestClock {
  readonly now: () => Instant;
  /** Seconds that go by here in one real second: 0 while it stands still, 1 in real time. */
  readonly rate: () => Decimal;
  /** Goes on at another rate from now. False, and nothing changed, below zero or where there is no real time to go by. */
  goAt(rate: Decimal): boolean;
  /** Moves the clock so many seconds on. False, and nothing moved, where that would be backwards. */
  advance(seconds: Exact): boolean;
  /** Moves the clock to an instant. False, and nothing moved, where that would be backwards. */
  set(to: Instant): boolean;
  /** Puts the clock back; only the restore of a snapshot may. */
  restore(to: Instant): void;
}

/** What a clock begins with. */
export interface ClockOptions {
  readonly start: Instant;
  /** The instant now, which only the caller may look up; without it the clock can only stand still. */
  readonly real?: () => Instant;
  /** Seconds here in one real second; 0 by default. */
  readonly rate?: Decimal;
}

/**
 * A clock that begins at an instant and goes at a rate.
 *
 * @example
 * ```ts
 * createClock({ start, real, rate: decimal(3600) }); // an hour every second
 * ```
 */
export function createClock({ start, real, rate: first = zero }: ClockOptions): TestClock {
  let rate = real === undefined ? zero : first;
  let at = start;
  let since = real?.();
  const now = (): Instant => {
    if (real === undefined || since === undefined || isZero(rate)) return at;
    return addSeconds(at, multiply(rate, secondsBetween(since, real())));
  };
  const restore = (to: Instant): void => {
    at = to;
    since = real?.();
  };
  const set = (to: Instant): boolean => {
    if (isBefore(to, now())) return false;
    restore(to);
    return true;
  };
  return {
    now,
    rate: () => rate,
    goAt: (wanted) => {
      if (isNegative(wanted) || (real === undefined && !isZero(wanted))) return false;
      restore(now());
      rate = wanted;
      return true;
    },
    advance: (seconds) => set(addSeconds(now(), seconds)),
    set,
    restore,
  };
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
  return createClock({ start: real(), real, rate: one });
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
  return createClock({ start });
}
