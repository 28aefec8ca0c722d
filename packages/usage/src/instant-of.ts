import { epochMilliseconds, type Instant, instant } from "@flexbill/kernel";
import { plainInstant } from "./events/plain-instant.ts";

/** The instant of a text that was checked to be one. */
export function instantOf(text: string): Instant {
  const plain = plainInstant(text);
  return Number.isNaN(plain) ? instant(text) : (plain as Instant);
}

/** The whole epoch milliseconds up to the instant of a text: enough to find its month, which begins at whole ones. */
export function millisecondsOf(text: string): number {
  const plain = plainInstant(text);
  return Number.isNaN(plain) ? epochMilliseconds(instant(text)) : plain;
}
