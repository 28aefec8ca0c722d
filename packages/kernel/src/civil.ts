/** Milliseconds of a civil day without a change of offset. */
export const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; the month counts from 1, and 13 is next January. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The days of a month, counted from 1. */
export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

/** Digits of a number with leading zeros. */
export function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
