import { assert } from "./assert.ts";
import { daysFromCivil, daysInMonth } from "./civil.ts";
import { decimal, formatDecimal, zero } from "./decimal.ts";
import { type Exact, isDecimal } from "./exact.ts";
import { compose, epochMilliseconds, type Instant, inRange } from "./instant.ts";
import { issue } from "./issue.ts";
import { fail, ok, type Result } from "./result.ts";
import { round } from "./rounding.ts";

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
  const offset = clockMinutes(part(9), part(10));
  const local = dateDays(part(1), part(2), part(3)) * 1440 + clockMinutes(part(4), part(5));
  const minutes = parts[8] === "-" ? local + offset : local - offset;
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
  const ended = isDecimal(beyond) ? beyond : round(beyond, finestPlaces - 3, "down");
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
  const finer = typeof i === "number" ? "" : fractionDigits(i.beyond);
  if (finer !== "") return `${text.slice(0, -1)}${finer}Z`;
  return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
}
