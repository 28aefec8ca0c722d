import { add, compare, divide, isZero, multiply, subtract } from "./arithmetic.ts";
import { assert } from "./assert.ts";
import { daysFromCivil, daysInMonth, millisecondsPerDay } from "./civil.ts";
import { type Decimal, decimal, formatDecimal, fromInteger, zero } from "./decimal.ts";
import type { Exact } from "./exact.ts";
import { issue } from "./issue.ts";
import { fail, ok, type Result } from "./result.ts";
import { floor, round } from "./rounding.ts";

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

function inRange(milliseconds: number): boolean {
  return milliseconds >= earliest && milliseconds < latest;
}

function compose(milliseconds: number, beyond: Exact): Instant {
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

const pattern = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,100}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

function clockMinutes(hour: number, minute: number): number {
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : Number.NaN;
}

function dateDays(year: number, month: number, day: number): number {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? daysFromCivil(year, month, day) : Number.NaN;
}

/** Whole epoch seconds, or NaN. A leap second is 23:59:60 in UTC, and counts as the second after it, as in POSIX. */
function epochSeconds(parts: RegExpExecArray): number {
  const part = (index: number) => Number(parts[index] ?? 0);
  const offset = clockMinutes(part(9), part(10)) * (parts[8] === "-" ? -1 : 1);
  const minutes = dateDays(part(1), part(2), part(3)) * 1440 + clockMinutes(part(4), part(5)) - offset;
  const second = part(6);
  const leap = second === 60 && ((minutes % 1440) + 1440) % 1440 === 1439;
  return second <= 59 || leap ? minutes * 60 + second : Number.NaN;
}

/**
 * Reads an RFC 3339 instant with an offset, to any fraction of a second (at most 100 digits). Issue: `schema.instant`.
 *
 * @example
 * ```ts
 * const nine = parseInstant("2025-05-01T09:00:00+09:00");
 * nine.ok && formatInstant(nine.value); // → "2025-05-01T00:00:00Z"
 * parseInstant("2025-05-01").ok; // → false
 * ```
 */
export function parseInstant(text: string): Result<Instant> {
  const parts = pattern.exec(text);
  const digits = parts?.[7] ?? "";
  const milliseconds =
    parts === null ? Number.NaN : epochSeconds(parts) * 1000 + Number(digits.slice(0, 3).padEnd(3, "0"));
  if (!inRange(milliseconds)) return fail([issue("schema.instant", { found: text, wanted: "instant" })]);
  return ok(compose(milliseconds, digits.length > 3 ? decimal(`0.${digits.slice(3)}`) : zero));
}

/**
 * The instant of a literal of the program. For anything read, use {@link parseInstant}.
 *
 * @throws an assertion where the text is no instant
 * @example
 * ```ts
 * formatInstant(instant("2025-05-01T00:00:00.000Z")); // → "2025-05-01T00:00:00Z"
 * ```
 */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  assert(parsed.ok, `Not an instant: "${text}"`);
  return parsed.value;
}

const finestPlaces = 9;

function fractionDigits(beyond: Exact): string {
  const ended = "scale" in beyond ? beyond : round(beyond, finestPlaces - 3, "down");
  return formatDecimal(ended).slice(2);
}

/**
 * RFC 3339 in UTC: milliseconds only when they are not zero, and further digits only when there are any. A fraction
 * that never ends is cut after nine digits.
 *
 * @example
 * ```ts
 * formatInstant(instant("2025-05-01T09:00:00.5Z")); // → "2025-05-01T09:00:00.500Z"
 * formatInstant(instant("2025-05-01T09:00:00.00025Z")); // → "2025-05-01T09:00:00.00025Z"
 * ```
 */
export function formatInstant(i: Instant): string {
  const text = new Date(epochMilliseconds(i)).toISOString();
  if (typeof i !== "number") return `${text.slice(0, -1)}${fractionDigits(i.beyond)}Z`;
  return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
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
  return typeof a === "number" && typeof b === "number" ? 0 : compare(beyondOf(a), beyondOf(b));
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
  const whole: Decimal = fromInteger(epochMilliseconds(end) - epochMilliseconds(start));
  if (typeof start === "number" && typeof end === "number") return divide(whole, thousand);
  return divide(add(whole, subtract(beyondOf(end), beyondOf(start))), thousand);
}
