import type { CalendarDate } from "@flexbill/kernel";
import type { Profile } from "../profile/profile.ts";

type Holiday = Profile["holidays"][number];

/** The holiday that falls on a day: one of that date first, else one of that day of every year. */
export function holidayOn({ holidays }: Profile, day: CalendarDate): Holiday | undefined {
  return holidays.find(({ date }) => date === day) ?? holidays.find(({ date }) => date === day.slice(5));
}

/** True on a holiday on which teams stay at home. */
export const isClosed = (profile: Profile, day: CalendarDate): boolean => holidayOn(profile, day)?.closed ?? false;
