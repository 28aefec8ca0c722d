import type { Message } from "../events/message.ts";
import { quantityOf } from "../quantity.ts";
import type { Counted } from "../sum.ts";

/** How many segments a message was cut into. */
export function segmentsOf({ segments }: Message): Counted {
  return segments === null || segments === undefined ? 0 : quantityOf(segments);
}
