import type { Channel, Message } from "../events/message.ts";
import type { Meter } from "../meter.ts";

const counted: ReadonlySet<Channel> = new Set<Channel>(["whatsapp", "messenger", "rcs"]);

/** Messages of the channels that Twilio itself charges for, both ways; other apps have no such fee (T-17, T-34). */
export const channelsMessages: Meter<Message> = {
  product: "channels-messages",
  unit: "message",
  dimensions: ["channel"],
  measure: (message) => (counted.has(message.channel) ? 1 : 0),
};
