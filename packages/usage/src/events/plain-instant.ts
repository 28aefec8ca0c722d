const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dash = 45;
const colon = 58;
const dot = 46;
const letterT = 84;
const letterZ = 90;

/**
 * The epoch milliseconds of an instant in one of the two forms that nearly every event uses, `2025-05-06T09:00:00Z`
 * and `2025-05-06T09:00:00.250Z`; NaN for every other text, which may well be an instant: ask the kernel then.
 *
 * @example
 * ```ts
 * plainInstant("1970-01-01T00:00:01Z"); // → 1000
 * plainInstant("1970-01-01T00:00:01+00:00"); // → NaN
 * ```
 */
export function plainInstant(text: string): number {
  if (text === lastText) return lastInstant;
  if (text === textBefore) return instantBefore;
  return keep(text, plainlyRead(text));
}

/** An event's instants are asked for when it is checked, when it is told apart and when it is metered. */
let lastText = "";
let lastInstant = Number.NaN;
let textBefore = "";
let instantBefore = Number.NaN;

function keep(text: string, milliseconds: number): number {
  textBefore = lastText;
  instantBefore = lastInstant;
  lastText = text;
  lastInstant = milliseconds;
  return milliseconds;
}

function plainlyRead(text: string): number {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== letterZ || !hasMarks(text)) return Number.NaN;
  const date = fourDigits(text, 0) * 10_000 + twoDigits(text, 5) * 100 + twoDigits(text, 8);
  const day = date === lastDate ? lastDay : remember(date);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const thousandths = length === 20 ? 0 : fraction(text);
  if (hour > 23 || minute > 59 || second > 59 || thousandths > 999) return Number.NaN;
  return day + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths;
}

/** The date of the text before: events that come together share it. */
let lastDate = 0;
let lastDay = Number.NaN;

function remember(date: number): number {
  lastDate = date;
  lastDay = dayOf(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100) * 86_400_000;
  return lastDay;
}

function hasMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === dash &&
    text.charCodeAt(7) === dash &&
    text.charCodeAt(10) === letterT &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon
  );
}

/** Days from 1970-01-01; NaN where the calendar has no such day. Years before 1000 are left to the kernel. */
function dayOf(year: number, month: number, day: number): number {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = (daysInMonth[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  if (day > longest) return Number.NaN;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leaps + (daysBefore[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0) + day - 719_163;
}

/** What a text that is no digit counts as: more than any field allows, in any sum and product here. */
const noDigits = 100_000;

function fraction(text: string): number {
  if (text.charCodeAt(19) !== dot) return noDigits;
  const first = text.charCodeAt(20) ^ 48;
  return first > 9 ? noDigits : first * 100 + twoDigits(text, 21);
}

function fourDigits(text: string, at: number): number {
  return twoDigits(text, at) * 100 + twoDigits(text, at + 2);
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) ^ 48;
  const ones = text.charCodeAt(at + 1) ^ 48;
  return tens > 9 || ones > 9 ? noDigits : tens * 10 + ones;
}
