import type { FlexEvent } from "../src/index.ts";
import { logout } from "./sample.ts";

/** Whole seconds, for naive answers by looking at each second of a short time. */
export interface Seconds {
  readonly from: number;
  readonly to: number;
}

function seconds(text: string | null, otherwise: number): number {
  return text === null ? otherwise : Date.parse(text) / 1000;
}

/** By user, in how many seconds any presence outside the Logout Activity holds: second by second. */
export function naiveActiveSeconds(events: readonly FlexEvent[], { from, to }: Seconds): Map<string, number> {
  const counts = new Map<string, number>();
  const present = events.filter((event) => event.type === "dev.flexbill.presence");
  const users = new Set(present.map(({ data }) => data.user));
  for (const user of users) {
    let count = 0;
    for (let second = from; second < to; second += 1)
      if (present.some(({ data }) => isPresentAt(data, user, second))) count += 1;
    if (count > 0) counts.set(user, count);
  }
  return counts;
}

type PresenceData = Extract<FlexEvent, { readonly type: "dev.flexbill.presence" }>["data"];

function isPresentAt(data: PresenceData, user: string, second: number): boolean {
  if (data.user !== user || data.activity === logout) return false;
  return seconds(data.start, 0) <= second && second < seconds(data.end, Number.POSITIVE_INFINITY);
}

/** The most users with a seat in any one second. */
export function naivePeak(events: readonly FlexEvent[], { from, to }: Seconds): number {
  const seats = events.filter((event) => event.type === "dev.flexbill.seat");
  let most = 0;
  for (let second = from; second < to; second += 1) {
    const held = seats.filter(
      ({ data }) => seconds(data.start, 0) <= second && second < seconds(data.end, Number.POSITIVE_INFINITY),
    );
    most = Math.max(most, new Set(held.map(({ data }) => data.user)).size);
  }
  return most;
}
