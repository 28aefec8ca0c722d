import { setTimeout } from "node:timers/promises";
import type { Sleep } from "../faults/misbehave.ts";

/** Waits by the machine's own clock. */
export const sleepForReal: Sleep = async (milliseconds) => {
  await setTimeout(milliseconds);
};
