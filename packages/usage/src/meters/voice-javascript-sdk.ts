import type { CallLeg } from "../events/call-leg.ts";
import type { Meter } from "../meter.ts";
import { billedMinutes } from "./billed-minutes.ts";

/** Minutes of legs to and from a browser or an app (T-32). */
export const voiceJavascriptSdk: Meter<CallLeg> = {
  product: "voice-javascript-sdk",
  unit: "minute",
  dimensions: [],
  measure: (leg) => (leg.leg === "client" ? billedMinutes(leg) : 0),
};
