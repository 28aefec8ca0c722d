import { instantText, nonEmptyText } from "@flexbill/documents";
import { z } from "zod";
import { isSpan, isText, type Members } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { inOrder } from "./in-order.ts";
import { type CommonData, commonShape, endBeforeStart, hasCommon } from "./shared-data.ts";

/** A user was in an activity, from `start` until `end`; null has not ended. */
export interface Presence extends CommonData {
  readonly user: string;
  /** The activity's SID: what is billed by (T-08). */
  readonly activity: string;
  readonly start: string;
  readonly end: string | null;
  /** Shown and checked, never billed by. */
  readonly activityName?: string;
}

export const presenceType = "dev.flexbill.presence";

/** An event of a user's time in an activity. */
export type PresenceEvent = EventEnvelope<typeof presenceType, Presence>;

export const presenceSchema = envelopeSchema(
  presenceType,
  z
    .object({
      user: nonEmptyText,
      activity: nonEmptyText,
      start: instantText,
      end: instantText.nullable(),
      activityName: z.string().optional(),
      ...commonShape,
    })
    .refine((data) => inOrder(data.start, data.end), { ...endBeforeStart, path: ["end"] }),
);

/**
 * The fast check of a presence event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isPresence({ type: "dev.flexbill.presence" }); // → false
 * ```
 */
export function isPresence(value: unknown): value is PresenceEvent {
  return isEnvelope(value, presenceType) && isPresenceData(value.data);
}

function isPresenceData(data: Members): boolean {
  const name = data["activityName"];
  return (
    isText(data["user"]) &&
    isText(data["activity"]) &&
    isSpan(data["start"], data["end"]) &&
    (name === undefined || typeof name === "string") &&
    hasCommon(data["useCase"], data["labels"])
  );
}
