import type { CallLeg } from "../events/call-leg.ts";
import type { Meter } from "../meter.ts";
import { billedMinutes } from "./billed-minutes.ts";

/** Whole minutes of every completed leg, dated by its start (T-22, domain.md 6.2). */
export const programmableVoicePlatform: Meter<CallLeg> = {
  product: "programmable-voice-platform",
  unit: "minute",
  dimensions: [],
  measure: billedMinutes,
};
