import type { CalendarDate } from "@flexbill/kernel";
import type { Centre } from "../centre.ts";
import { childDice, childHigh, childLow, type Dice } from "../chance/dice.ts";
import { waiting } from "../chance/draw.ts";
import { clockTime, dayNumber, hourLength, weekday } from "../clock/local-time.ts";
import type { Arrivals } from "../profile/arrivals.ts";
import type { Profile } from "../profile/profile.ts";
import { holidayOn } from "./holiday.ts";

/** What contacts come to: a line of calls, of conversations, of notices. */
export interface Source {
  readonly id: string;
  readonly arrivals: Arrivals;
  readonly dice: Dice;
  /** A contact comes, with dice of its own. */
  readonly arrive: (centre: Centre, high: number, low: number, now: number) => void;
}

/** An hour of a source, and how far it has come. */
interface Hour {
  readonly source: Source;
  readonly dice: Dice;
  readonly end: number;
  /** The mean time between two contacts, in milliseconds. */
  readonly gap: number;
  next: number;
  count: number;
}

/** Contacts of a day, on the mean: the shape of the week and the year, holidays and campaigns. */
export function contactsOn(profile: Profile, id: string, arrivals: Arrivals, day: CalendarDate): number {
  const month = Number(day.slice(5, 7)) - 1;
  const shape = (arrivals.weekdays[weekday(day)] as number) * (arrivals.months[month] as number);
  let contacts = (arrivals.perDay * shape * (holidayOn(profile, day)?.arrivals ?? 100)) / 1_000_000;
  for (const { from, to, lines, arrivals: share } of profile.campaigns) {
    if (from <= day && day < to && lines.includes(id)) contacts = (contacts * share) / 100;
  }
  return contacts;
}

/**
 * How long before what is asked for contacts begin to come, so that queues and calls are as they would be. Only answers
 * that take longer than this are missing in the first days.
 */
const warmUp = 6 * hourLength;

/** Plans the contacts of a local day: a Poisson stream whose rate changes every hour. */
export function planArrivals(centre: Centre, source: Source, day: CalendarDate): void {
  const { arrivals, dice } = source;
  const total = arrivals.hours.reduce((sum, weight) => sum + weight, 0);
  const contacts = contactsOn(centre.profile, source.id, arrivals, day);
  const number = dayNumber(day);
  for (const [hour, weight] of arrivals.hours.entries()) {
    if (weight === 0 || contacts === 0) continue;
    const start = clockTime(centre.calendar, day, hour * 60);
    if (start + hourLength < centre.from - warmUp) continue;
    const gap = (hourLength * total) / (contacts * weight);
    const own = childDice(dice, number * 24 + hour);
    centre.agenda.put(start, beginHour, { source, dice: own, end: start + hourLength, gap, next: start, count: 0 });
  }
}

function beginHour(centre: Centre, hour: Hour): void {
  hour.next += waiting(hour.dice, hour.gap);
  if (hour.next < hour.end) centre.agenda.put(Math.floor(hour.next), comes, hour);
}

function comes(centre: Centre, hour: Hour, now: number): void {
  hour.count += 1;
  beginHour(centre, hour);
  hour.source.arrive(centre, childHigh(hour.dice, hour.count), childLow(hour.dice, hour.count), now);
}
