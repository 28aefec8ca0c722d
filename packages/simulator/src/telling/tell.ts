import type { FlexEvent } from "@flexbill/usage";
import type { Centre } from "../centre.ts";
import { instantText } from "../clock/instant-text.ts";

type DataOf = { readonly [Event in FlexEvent as Event["type"]]: Event["data"] };

/** Hands over an event that becomes known now. */
export function tell<Type extends FlexEvent["type"]>(
  centre: Centre,
  now: number,
  subject: string,
  type: Type,
  data: DataOf[Type],
): void {
  centre.tallies.events += 1;
  if (now !== centre.lastTold) {
    centre.lastTold = now;
    centre.lastTime = instantText(now);
  }
  const { source, lastTime: time } = centre;
  const event = { specversion: "1.0", id: `${centre.tallies.events}`, source, subject, time, type, data };
  centre.told.push(event as FlexEvent);
}

/** True where an instant lies in what is asked for. */
export const isWanted = (centre: Centre, at: number): boolean => at >= centre.from && at < centre.to;

/** The part of an interval that lies in what is asked for, in milliseconds. */
export function wantedLength(centre: Centre, start: number, end: number): number {
  const length = Math.min(end, centre.to) - Math.max(start, centre.from);
  return Math.max(length, 0);
}

/** A length of time as whole seconds, the way Twilio writes the length of a call. */
export const wholeSeconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)}`;
