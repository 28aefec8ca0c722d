import { compare, type Fraction, floorOf, fraction, minus, plus, readDecimal } from "./fraction.ts";

/** Seconds since 1970-01-01T00:00:00Z, exact to any fraction of a second. */
export type Moment = Fraction;

/** Half-open: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: Moment;
  readonly end: Moment;
}

const hour = 3600;

export function readMoment(text: string): Moment {
  const found = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)$/.exec(text);
  if (!found) throw new Error(`Not an instant: ${text}`);
  const [, year, month, day, hours, minutes, seconds, part = "0", offset = "Z"] = found;
  const local = utcSeconds(Number(year), Number(month), Number(day), Number(hours), Number(minutes), Number(seconds));
  return plus(fraction(BigInt(local - offsetOf(offset))), readDecimal(`0.${part}`));
}

function offsetOf(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const size = Number(text.slice(1, 3)) * hour + Number(text.slice(4, 6)) * 60;
  return text.startsWith("-") ? -size : size;
}

function utcSeconds(year: number, month: number, day: number, hours = 0, minutes = 0, seconds = 0): number {
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) / 1000;
}

export function overlap(a: Span, b: Span): Span | undefined {
  const start = compare(a.start, b.start) >= 0 ? a.start : b.start;
  const end = compare(a.end, b.end) <= 0 ? a.end : b.end;
  return compare(start, end) < 0 ? { start, end } : undefined;
}

export function isIn(moment: Moment, span: Span): boolean {
  return compare(span.start, moment) <= 0 && compare(moment, span.end) < 0;
}

export function lengthOf(span: Span): Fraction {
  return minus(span.end, span.start);
}

/** Seconds that at least one of the spans covers. */
export function coveredSeconds(spans: readonly Span[]): Fraction {
  const sorted = [...spans].sort((a, b) => compare(a.start, b.start));
  let covered = fraction(0n);
  let reached: Moment | undefined;
  for (const span of sorted) {
    const from = reached !== undefined && compare(reached, span.start) > 0 ? reached : span.start;
    if (compare(from, span.end) >= 0) continue;
    covered = plus(covered, minus(span.end, from));
    reached = span.end;
  }
  return covered;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    const two = "2-digit";
    const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
    clocks.set(zone, clock);
  }
  return clock;
}

/** What the clocks of the zone show, written as if it were UTC. */
function wallSeconds(zone: string, seconds: number): number {
  const shown = new Map<string, number>();
  for (const { type, value } of clockOf(zone).formatToParts(seconds * 1000)) shown.set(type, Number(value));
  const part = (name: string) => shown.get(name) ?? 0;
  return utcSeconds(part("year"), part("month"), part("day"), part("hour"), part("minute"), part("second"));
}

const dayStarts = new Map<string, Moment>();

/** "Of two midnights the first; where there is no midnight, the end of the gap" (Common rules). */
export function startOfDay(zone: string, date: string): Moment {
  const key = `${zone} ${date}`;
  const known = dayStarts.get(key);
  if (known) return known;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const start = fraction(BigInt(firstMidnight(zone, utcSeconds(year, month, day))));
  dayStarts.set(key, start);
  return start;
}

function firstMidnight(zone: string, midnight: number): number {
  const samples = Array.from({ length: 61 }, (_, index) => midnight + (index - 30) * hour);
  const offsets = new Set(samples.map((seconds) => wallSeconds(zone, seconds) - seconds));
  const midnights = [...offsets]
    .map((offset) => midnight - offset)
    .filter((seconds) => wallSeconds(zone, seconds) === midnight);
  if (midnights.length > 0) return Math.min(...midnights);
  let late = samples.find((seconds) => wallSeconds(zone, seconds) > midnight);
  if (late === undefined) throw new Error(`No day begins at ${midnight} in ${zone}`);
  let early = late - hour;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallSeconds(zone, middle) > midnight) late = middle;
    else early = middle;
  }
  return late;
}

export function daysIn(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

export function monthsLater(month: string, count: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

export function daysLater(date: string, count: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10);
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}

export function lastDayOf(month: string): string {
  return `${month}-${daysIn(month)}`;
}

export function periodOf(zone: string, month: string): Span {
  return { start: startOfDay(zone, firstDayOf(month)), end: startOfDay(zone, firstDayOf(monthsLater(month, 1))) };
}

/** The local day that has begun and whose next day has not. */
export function dateOf(zone: string, moment: Moment): string {
  const wall = wallSeconds(zone, Number(floorOf(moment)));
  let date = new Date(wall * 1000).toISOString().slice(0, 10);
  while (compare(startOfDay(zone, date), moment) > 0) date = daysLater(date, -1);
  while (compare(startOfDay(zone, daysLater(date, 1)), moment) <= 0) date = daysLater(date, 1);
  return date;
}

export function monthOf(zone: string, moment: Moment): string {
  return dateOf(zone, moment).slice(0, 7);
}
