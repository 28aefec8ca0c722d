import type { Message } from "../events/message.ts";
import type { Meter } from "../meter.ts";

/** Emails, both ways, one each (T-18). */
export const flexEmail: Meter<Message> = {
  product: "flex-email",
  unit: "message",
  dimensions: [],
  measure: (message) => (message.channel === "email" ? 1 : 0),
};
