import type { Recording } from "../events/recording.ts";
import type { Meter } from "../meter.ts";
import { minutesRoundedUp } from "../quantity.ts";

/** Whole minutes recorded, each recording rounded up, dated by its start (T-16). */
export const callRecording: Meter<Recording> = {
  product: "call-recording",
  unit: "minute",
  dimensions: [],
  measure: (recording) => minutesRoundedUp(recording.seconds),
};
