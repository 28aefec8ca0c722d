import type { Message } from "../events/message.ts";
import type { Meter } from "../meter.ts";
import { segmentsOf } from "./segments.ts";

/** Segments of SMS that came in. */
export const smsInbound: Meter<Message> = sms("inbound");

/** Segments of SMS that went out. */
export const smsOutbound: Meter<Message> = sms("outbound");

function sms(direction: Message["direction"]): Meter<Message> {
  return {
    product: `sms-${direction}`,
    unit: "segment",
    dimensions: ["country", "numberType"],
    measure: (message) => (message.channel === "sms" && message.direction === direction ? segmentsOf(message) : 0),
  };
}
