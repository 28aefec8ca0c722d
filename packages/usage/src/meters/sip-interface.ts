import type { CallLeg } from "../events/call-leg.ts";
import type { Meter } from "../meter.ts";
import { billedMinutes } from "./billed-minutes.ts";

/** Minutes of SIP legs, by who stands at the other end (T-24, T-39, T-40). */
export const sipInterface: Meter<CallLeg> = {
  product: "sip-interface",
  unit: "minute",
  dimensions: ["peer"],
  measure: (leg) => (leg.leg === "sip" ? billedMinutes(leg) : 0),
};
