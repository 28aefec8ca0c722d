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
  const length = text.length;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== letterZ || !hasMarks(text)) return Number.NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const clock = clockOf(text);
  const day = dayOf(year, month, pair(text, 8));
  return day * 86_400_000 + clock + (length === 20 ? 0 : thousandths(text));
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
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = (daysInMonth[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  if (day > longest) return Number.NaN;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leaps + (daysBefore[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0) + day - 719_163;
}

function clockOf(text: string): number {
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  return hour <= 23 && minute <= 59 && second <= 59 ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN;
}

function thousandths(text: string): number {
  return text.charCodeAt(19) === dot ? digit(text, 20) * 100 + pair(text, 21) : Number.NaN;
}

function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
