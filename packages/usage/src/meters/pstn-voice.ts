import type { CallLeg } from "../events/call-leg.ts";
import type { Meter } from "../meter.ts";
import { billedMinutes } from "./billed-minutes.ts";

/** Minutes from the telephone network, which no plan includes (T-38). */
export const pstnVoiceInbound: Meter<CallLeg> = pstnVoice("inbound");

/** Minutes into the telephone network, which no plan includes (T-38). */
export const pstnVoiceOutbound: Meter<CallLeg> = pstnVoice("outbound");

function pstnVoice(direction: CallLeg["direction"]): Meter<CallLeg> {
  return {
    product: `pstn-voice-${direction}`,
    unit: "minute",
    dimensions: ["country", "numberType"],
    measure: (leg) => (leg.leg === "pstn" && leg.direction === direction ? billedMinutes(leg) : 0),
  };
}
