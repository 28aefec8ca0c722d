import type { Message } from "../events/message.ts";
import type { Meter } from "../meter.ts";

/** MMS that came in, one each. */
export const mmsInbound: Meter<Message> = mms("inbound");

/** MMS that went out, one each. */
export const mmsOutbound: Meter<Message> = mms("outbound");

function mms(direction: Message["direction"]): Meter<Message> {
  return {
    product: `mms-${direction}`,
    unit: "message",
    dimensions: ["country", "numberType"],
    measure: (message) => (message.channel === "mms" && message.direction === direction ? 1 : 0),
  };
}
