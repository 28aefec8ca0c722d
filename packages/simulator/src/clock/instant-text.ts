import { formatInstant, fromEpochMilliseconds } from "@flexbill/kernel";

const daySeconds = 86_400;
const dayMilliseconds = daySeconds * 1000;

/** "T00:00:00" to "T23:59:59", each made when it is first needed. */
const clocks: string[] = new Array(daySeconds);
/** ".000Z" to ".999Z". */
const fractions: readonly string[] = Array.from({ length: 1000 }, (_, milli) => `.${String(milli).padStart(3, "0")}Z`);

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function clockOf(second: number): string {
  const known = clocks[second];
  if (known !== undefined) return known;
  const minutes = Math.floor(second / 60);
  const text = `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(second % 60)}`;
  clocks[second] = text;
  return text;
}

/** The texts of days, by the rest of their number: what is told now and what is deleted in a year keep apart. */
const slots = 512;
const days = new Float64Array(slots).fill(Number.NaN);
const dates: string[] = new Array(slots);

function dateOf(day: number): string {
  const slot = day & (slots - 1);
  if (days[slot] === day) return dates[slot] as string;
  const text = formatInstant(fromEpochMilliseconds(day * dayMilliseconds)).slice(0, 10);
  days[slot] = day;
  dates[slot] = text;
  return text;
}

/**
 * An instant in milliseconds since 1970 as the events write it: RFC 3339 in UTC, milliseconds only when they are not
 * zero.
 */
export function instantText(milliseconds: number): string {
  const day = Math.floor(milliseconds / dayMilliseconds);
  const rest = milliseconds - day * dayMilliseconds;
  const second = Math.floor(rest / 1000);
  const milli = rest - second * 1000;
  return dateOf(day) + clockOf(second) + (milli === 0 ? "Z" : (fractions[milli] as string));
}
