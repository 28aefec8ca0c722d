import type { CallLeg } from "../events/call-leg.ts";
import { minutesRoundedUp } from "../quantity.ts";
import type { Counted } from "../sum.ts";

/** Whole minutes of a completed leg, rounded up leg by leg; legs that did not complete are free (domain.md 6.2). */
export function billedMinutes(leg: CallLeg): Counted {
  return leg.status === "completed" ? minutesRoundedUp(leg.seconds) : 0;
}
