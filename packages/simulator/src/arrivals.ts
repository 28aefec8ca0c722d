import type { CalendarDate } from "@flexbill/kernel";
import type { Centre } from "./centre.ts";
import { waiting } from "./draw.ts";
import { clockTime, weekday } from "./local-time.ts";
import type { Arrivals } from "./profile.ts";

const hourSeconds = 3600;

/** Plans the contacts of a local day: a Poisson stream whose rate changes every hour. */
export function planArrivals(
  centre: Centre,
  day: CalendarDate,
  purpose: string,
  arrivals: Arrivals,
  arrive: (now: number) => void,
): void {
  const total = arrivals.hours.reduce((sum, weight) => sum + weight, 0);
  const perDay = (arrivals.perDay * (arrivals.weekdays[weekday(day)] as number)) / 100;
  for (const [hour, weight] of arrivals.hours.entries()) {
    if (weight === 0 || perDay === 0) continue;
    const start = clockTime(centre.calendar, day, hour * 60);
    const meanGap = (hourSeconds * total) / (perDay * weight);
    centre.agenda.put(start, () => planHour(centre, start, meanGap, [purpose, day, hour], arrive));
  }
}

function planHour(
  centre: Centre,
  start: number,
  meanGap: number,
  path: readonly (string | number)[],
  arrive: (now: number) => void,
): void {
  const draw = centre.stream("arrivals", ...path);
  for (let at = start + waiting(draw, meanGap); at < start + hourSeconds; at += waiting(draw, meanGap)) {
    const second = Math.floor(at);
    centre.agenda.put(second, () => arrive(second));
  }
}
