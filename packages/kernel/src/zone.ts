import { daysFromCivil, millisecondsPerDay } from "./civil.ts";

const second = 1000;
/** No zone was ever further from UTC: Alaska kept +15:02 and Manila −15:56 before the date line moved over them. */
const furthestOffset = 16 * 3600 * second;

const wallClock = {
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  era: "short",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;

/**
 * True for a time zone that this runtime's `Intl` knows by name. Offsets such as "+09:00" are none.
 *
 * @example
 * ```ts
 * isTimeZone("Asia/Kathmandu"); // → true
 * isTimeZone("Mars/Olympus"); // → false
 * ```
 */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  knownZones.add(name);
  return true;
}

/** Names that were found to be zones: a formatter is dear to make, and there are only so many zones. */
const knownZones = new Set<string>();

/** Reads "M/D/Y AD, h:m:s" as the milliseconds that a clock in UTC would stand for when it shows that. */
function readWallClock(text: string): number {
  const [month = 0, day = 0, yearOfEra = 0, hour = 0, minute = 0, seconds = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  const year = text.includes("B") ? 1 - yearOfEra : yearOfEra;
  return daysFromCivil(year, month, day) * millisecondsPerDay + (hour * 3600 + minute * 60 + seconds) * second;
}

/** What the clocks of a zone show minus UTC, in milliseconds, at an instant of whole seconds. */
type Offsets = (epochMilliseconds: number) => number;

function offsetsOf(timeZone: string): Offsets {
  const format = new Intl.DateTimeFormat("en-US", { ...wallClock, timeZone });
  return (milliseconds) => readWallClock(format.format(milliseconds)) - milliseconds;
}

/** The first instant between two whose offset is no longer the one at `before`; whole seconds. */
function transition(offsetAt: Offsets, before: number, after: number): number {
  const old = offsetAt(before);
  let low = before;
  let high = after;
  while (high - low > second) {
    const middle = low + Math.floor((high - low) / 2 / second) * second;
    if (offsetAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** The first instant at which clocks show `midnight` or later, whatever they show afterwards. */
function firstAt(offsetAt: Offsets, midnight: number): number {
  const before = midnight - furthestOffset;
  const after = midnight + furthestOffset;
  const [old, young] = [offsetAt(before), offsetAt(after)];
  if (old === young) return midnight - old;
  const change = transition(offsetAt, before, after);
  if (midnight - old < change) return midnight - old;
  return change + young >= midnight ? change : midnight - young;
}

/**
 * Where the days of a zone begin, from `Intl` alone: epoch days to epoch milliseconds. A day begins at the first instant
 * of that date or a later one: of two midnights the first; where there is no midnight, the end of the gap.
 */
export function dayStarts(timeZone: string): (epochDay: number) => number {
  const offsetAt = offsetsOf(timeZone);
  return (epochDay) => firstAt(offsetAt, epochDay * millisecondsPerDay);
}
