import { add, divide, multiply, subtract } from "./arithmetic.ts";
import { assert } from "./assert.ts";
import { daysFromCivil, millisecondsPerDay } from "./civil.ts";
import { decimal, fromInteger, fromSafe, zero } from "./decimal.ts";
import type { Exact } from "./exact.ts";
import { compare } from "./order.ts";
import { floor } from "./rounding.ts";
import { isZero } from "./sign.ts";

declare const instantBrand: unique symbol;

interface FineInstant {
  readonly milliseconds: number;
  /** What comes after the whole milliseconds, in milliseconds: above 0 and below 1. */
  readonly beyond: Exact;
}

/**
 * A point in time, exact to any fraction of a second, in the years 0000 to 9999 (UTC). Opaque: epoch milliseconds as a
 * number, or an object where the instant is finer than that. Equal instants are deeply equal.
 */
export type Instant = (number | FineInstant) & { readonly [instantBrand]: true };

const earliest = daysFromCivil(0, 1, 1) * millisecondsPerDay;
const latest = daysFromCivil(10_000, 1, 1) * millisecondsPerDay;
const thousand = decimal(1000);
const millisecondPlaces = 3;

/** True within the years 0000 to 9999. */
export function inRange(milliseconds: number): boolean {
  return milliseconds >= earliest && milliseconds < latest;
}

/** The instant of whole milliseconds and what comes after them, in its one form. */
export function compose(milliseconds: number, beyond: Exact): Instant {
  return (isZero(beyond) ? milliseconds : { milliseconds, beyond }) as Instant;
}

/**
 * The instant at whole milliseconds from 1970-01-01T00:00:00Z.
 *
 * @throws an assertion where the number is not whole, or outside of the years 0000 to 9999
 * @example
 * ```ts
 * formatInstant(fromEpochMilliseconds(1500)); // → "1970-01-01T00:00:01.500Z"
 * ```
 */
export function fromEpochMilliseconds(milliseconds: number): Instant {
  assert(
    Number.isInteger(milliseconds) && inRange(milliseconds),
    "An instant is whole milliseconds, years 0000 to 9999",
  );
  return (milliseconds + 0) as number & Instant;
}

/** The instant at whole milliseconds; outside of the years 0000 to 9999 the last one within them. */
export function nearestInstant(milliseconds: number): Instant {
  return fromEpochMilliseconds(Math.min(Math.max(milliseconds, earliest), latest - 1));
}

/**
 * The whole milliseconds from 1970-01-01T00:00:00Z up to the instant, rounded down.
 *
 * @example
 * ```ts
 * epochMilliseconds(instant("1970-01-01T00:00:00.0019Z")); // → 1
 * ```
 */
export function epochMilliseconds(i: Instant): number {
  return typeof i === "number" ? i : i.milliseconds;
}

function beyondOf(i: Instant): Exact {
  return typeof i === "number" ? zero : i.beyond;
}

/**
 * −1, 0 or 1, as a is before, at or after b.
 *
 * @example
 * ```ts
 * compareInstants(instant("2025-05-01T00:00:00Z"), instant("2025-05-01T02:00:00+02:00")); // → 0
 * ```
 */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  const left = epochMilliseconds(a);
  const right = epochMilliseconds(b);
  if (left !== right) return left < right ? -1 : 1;
  return compare(beyondOf(a), beyondOf(b));
}

/**
 * True where a is before b.
 *
 * @example
 * ```ts
 * isBefore(instant("2025-05-01T00:00:00Z"), instant("2025-05-01T00:00:00.001Z")); // → true
 * ```
 */
export function isBefore(a: Instant, b: Instant): boolean {
  return compareInstants(a, b) < 0;
}

/**
 * The earlier of two instants.
 *
 * @example
 * ```ts
 * formatInstant(earlier(fromEpochMilliseconds(0), fromEpochMilliseconds(1000))); // → "1970-01-01T00:00:00Z"
 * ```
 */
export function earlier(a: Instant, b: Instant): Instant {
  return isBefore(b, a) ? b : a;
}

/**
 * The later of two instants.
 *
 * @example
 * ```ts
 * formatInstant(later(fromEpochMilliseconds(0), fromEpochMilliseconds(1000))); // → "1970-01-01T00:00:01Z"
 * ```
 */
export function later(a: Instant, b: Instant): Instant {
  return isBefore(a, b) ? b : a;
}

/**
 * The instant that many seconds later (earlier, where negative), exactly.
 *
 * @throws an assertion where it leaves the years 0000 to 9999
 * @example
 * ```ts
 * formatInstant(addSeconds(instant("2025-05-01T00:00:00Z"), decimal("0.5"))); // → "2025-05-01T00:00:00.500Z"
 * ```
 */
export function addSeconds(i: Instant, seconds: Exact): Instant {
  const total = add(add(fromInteger(epochMilliseconds(i)) as Exact, beyondOf(i)), multiply(seconds, thousand));
  const whole = floor(total);
  const moved = fromEpochMilliseconds(Number(whole.coefficient));
  return compose(epochMilliseconds(moved), subtract(total, whole));
}

/**
 * Seconds from start to end, exactly; negative where the end is before the start.
 *
 * @example
 * ```ts
 * formatExact(secondsBetween(instant("2025-05-01T00:00:00Z"), instant("2025-05-01T00:01:30.25Z"))); // → "90.25"
 * ```
 */
export function secondsBetween(start: Instant, end: Instant): Exact {
  const whole = fromSafe(epochMilliseconds(end) - epochMilliseconds(start), millisecondPlaces);
  if (typeof start === "number" && typeof end === "number") return whole;
  return add(whole as Exact, divide(subtract(beyondOf(end), beyondOf(start)), thousand));
}
