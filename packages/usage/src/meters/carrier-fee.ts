import type { Message } from "../events/message.ts";
import type { Meter } from "../meter.ts";
import { segmentsOf } from "./segments.ts";

/** Segments of SMS that a carrier takes a fee for. */
export const carrierFeePerSegment: Meter<Message> = {
  product: "carrier-fee",
  unit: "segment",
  dimensions: ["carrier", "channel", "direction"],
  measure: (message) => (message.channel === "sms" && hasCarrier(message) ? segmentsOf(message) : 0),
};

/** MMS that a carrier takes a fee for. */
export const carrierFeePerMessage: Meter<Message> = {
  product: "carrier-fee",
  unit: "message",
  dimensions: ["carrier", "channel", "direction"],
  measure: (message) => (message.channel === "mms" && hasCarrier(message) ? 1 : 0),
};

function hasCarrier({ carrier }: Message): boolean {
  return carrier !== null && carrier !== undefined;
}
