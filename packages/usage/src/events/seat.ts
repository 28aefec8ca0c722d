import { instantText, nonEmptyText } from "@flexbill/documents";
import { z } from "zod";
import { isSpan, isText } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { inOrder } from "./in-order.ts";
import { type CommonData, commonShape, endBeforeStart, hasCommon } from "./shared-data.ts";

/** A user was provisioned, from `start` until `end`; null still is (T-09). */
export interface Seat extends CommonData {
  readonly user: string;
  readonly start: string;
  readonly end: string | null;
}

export const seatType = "dev.flexbill.seat";

/** An event of a user's seat. */
export type SeatEvent = EventEnvelope<typeof seatType, Seat>;

export const seatSchema = envelopeSchema(
  seatType,
  z
    .object({ user: nonEmptyText, start: instantText, end: instantText.nullable(), ...commonShape })
    .refine((data) => inOrder(data.start, data.end), { ...endBeforeStart, path: ["end"] }),
);

/**
 * The fast check of a seat event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isSeat({ type: "dev.flexbill.seat" }); // → false
 * ```
 */
export function isSeat(value: unknown): value is SeatEvent {
  if (!isEnvelope(value, seatType)) return false;
  const { data } = value;
  return isText(data["user"]) && isSpan(data["start"], data["end"]) && hasCommon(data["useCase"], data["labels"]);
}
