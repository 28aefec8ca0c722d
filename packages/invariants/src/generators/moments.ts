import fc from "fast-check";
import {
  daysIn,
  firstDayOf,
  lastDayOf,
  type Moment,
  monthsLater,
  periodOf,
  startOfDay,
} from "../plain-rater/calendar.ts";
import { mostly } from "./mostly.ts";

/** Tenths of a microsecond since 1970: fine enough for every instant drawn here. */
type Ticks = bigint;

const second = 10_000_000n;
const hour = 3600n * second;

/** A zone and a month, with what drawing instants and days about it needs. */
export interface Setting {
  readonly zone: string;
  readonly month: string;
  readonly start: Ticks;
  readonly end: Ticks;
}

/** Ordinary months, half-hour zones, clocks that change, two first midnights and none. */
const zonedMonths: readonly (readonly [zone: string, month: string])[] = [
  ["UTC", "2025-05"],
  ["UTC", "2028-02"],
  ["Asia/Tokyo", "2025-04"],
  ["Asia/Kolkata", "2025-06"],
  ["Asia/Kathmandu", "2025-09"],
  ["America/New_York", "2026-03"],
  ["America/New_York", "2025-11"],
  ["Europe/London", "2025-10"],
  ["Australia/Lord_Howe", "2026-04"],
  ["Australia/Adelaide", "2025-10"],
  ["America/St_Johns", "2009-11"],
  ["Asia/Damascus", "2005-04"],
  ["Pacific/Apia", "2011-12"],
  ["Pacific/Kiritimati", "2026-01"],
];

export const settings: fc.Arbitrary<Setting> = fc.constantFrom(...zonedMonths).map(([zone, month]) => {
  const { start, end } = periodOf(zone, month);
  return { zone, month, start: ticksOf(start), end: ticksOf(end) };
});

function ticksOf({ top, bottom }: Moment): Ticks {
  return (top * second) / bottom;
}

/** RFC 3339 with the given offset; a fraction only where there is one. */
function written(ticks: Ticks, offsetMinutes: number): string {
  const local = ticks + BigInt(offsetMinutes) * 60n * second;
  const rest = ((local % second) + second) % second;
  const wall = new Date(Number((local - rest) / second) * 1000).toISOString().slice(0, 19);
  const part = rest === 0n ? "" : `.${String(rest).padStart(7, "0").replace(/0+$/, "")}`;
  return `${wall}${part}${offsetMinutes === 0 ? "Z" : writtenOffset(offsetMinutes)}`;
}

function writtenOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const offsets = fc.constantFrom(0, 0, 0, 0, 330, -300, 765);

function ticksAbout({ start, end }: Setting): fc.Arbitrary<Ticks> {
  const edges = [start, end].flatMap((edge) => [
    edge,
    edge - 1n,
    edge + 1n,
    edge - 10_000n,
    edge - second,
    edge + hour,
  ]);
  const hoursIn = Number((end - start) / hour);
  const inside = fc.integer({ min: 0, max: hoursIn - 1 }).map((hours) => start + BigInt(hours) * hour);
  const busyDay = fc.integer({ min: 96, max: 104 }).map((hours) => start + BigInt(hours) * hour);
  const finer = fc.constantFrom(0n, 1n, 3_333_333n, 5_000_000n, 10_000n, 600n * second, 1800n * second);
  const around = fc.integer({ min: -24 * 80, max: 24 * 40 }).map((hours) => start + BigInt(hours) * hour);
  const boundaries = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...edges) },
    { weight: 6, arbitrary: busyDay },
    { weight: 4, arbitrary: fc.tuple(inside, finer).map(([ticks, more]) => ticks + more) },
    { weight: 1, arbitrary: around },
  );
  const anyMillisecond = fc.integer({ min: 0, max: hoursIn * 3_600_000 - 1 });
  return mostly(
    boundaries,
    anyMillisecond.map((milliseconds) => start + BigInt(milliseconds) * 10_000n),
  );
}

export function instants(setting: Setting): fc.Arbitrary<string> {
  return fc.tuple(ticksAbout(setting), offsets).map(([ticks, offset]) => written(ticks, offset));
}

export interface Stretch {
  readonly start: string;
  readonly end: string | null;
}

const lengths = fc.constantFrom(
  0n,
  1n,
  second,
  60n * second,
  hour / 3n,
  hour,
  hour,
  2n * hour,
  9n * hour,
  24n * hour * 35n,
);

/** From an instant on: empty, short, touching others, over a month's edge, or not ended. */
export function stretches(setting: Setting): fc.Arbitrary<Stretch> {
  const ends = fc.oneof(
    {
      weight: 5,
      arbitrary: lengths.map(
        (length) =>
          (start: Ticks): Ticks | null =>
            start + length,
      ),
    },
    { weight: 1, arbitrary: fc.constant((): Ticks | null => null) },
    { weight: 1, arbitrary: fc.constant((start: Ticks): Ticks | null => (start < setting.end ? setting.end : start)) },
  );
  return fc.tuple(ticksAbout(setting), ends, offsets).map(([start, endOf, offset]) => {
    const end = endOf(start);
    return { start: written(start, offset), end: end === null ? null : written(end, 0) };
  });
}

/** Bought late in an earlier month, and given back about the first instant of this month's anniversary day. */
export function tenancies({ zone, month }: Setting): fc.Arbitrary<Stretch> {
  const earlier = fc.integer({ min: 1, max: 3 }).map((count) => monthsLater(month, -count));
  const around = fc.constantFrom(-1n, 0n, 0n, 1n);
  return fc.tuple(earlier, fc.integer({ min: 27, max: 31 }), around).map(([before, day, ticks]) => {
    const two = (value: number) => String(value).padStart(2, "0");
    const bought = Math.min(day, daysIn(before));
    const anniversary = startOfDay(zone, `${month}-${two(Math.min(bought, daysIn(month)))}`);
    const start = ticksOf(startOfDay(zone, `${before}-${two(bought)}`)) + 12n * hour;
    return { start: written(start, 0), end: written(ticksOf(anniversary) + ticks, 0) };
  });
}

/** Days about the month's first, for whatever is dated. */
export function days({ month }: Setting): fc.Arbitrary<string> {
  const before = monthsLater(month, -1);
  return fc.constantFrom(
    firstDayOf(before),
    lastDayOf(before),
    firstDayOf(month),
    `${month}-02`,
    `${month}-15`,
    `${month}-${daysIn(month)}`,
    firstDayOf(monthsLater(month, 1)),
  );
}

/** Entries that differ in `from` only by chance are kept apart: one list never has two of one date. */
export function dated<Entry extends object>(
  entry: fc.Arbitrary<Entry>,
  setting: Setting,
  maxLength: number,
): fc.Arbitrary<readonly (Entry & { readonly from?: string })[]> {
  const begins = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constant("2000-01-01") },
    { weight: 3, arbitrary: days(setting) },
  );
  const one = fc
    .tuple(entry, begins)
    .map(([given, from]): Entry & { readonly from?: string } => (from === undefined ? given : { ...given, from }));
  return fc.uniqueArray(one, { selector: ({ from }) => from ?? "", minLength: 1, maxLength });
}
