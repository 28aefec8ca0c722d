import { instantText, nonEmptyText, nonNegativeDecimalText } from "@flexbill/documents";
import { z } from "zod";
import { isQuantity, isSpan, isText, isTextOrNull } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { inOrder } from "./in-order.ts";
import { type CommonData, commonShape, endBeforeStart, hasCommon } from "./shared-data.ts";

/** A call recording, kept from `start` (its length is not added) until `deleted`; null is still kept (T-16, T-33). */
export interface Recording extends CommonData {
  readonly recording: string;
  readonly start: string;
  /** Seconds, a decimal. */
  readonly seconds: string;
  readonly deleted: string | null;
  readonly user: string | null;
}

export const recordingType = "dev.flexbill.recording";

/** An event of a recording. */
export type RecordingEvent = EventEnvelope<typeof recordingType, Recording>;

export const recordingSchema = envelopeSchema(
  recordingType,
  z
    .object({
      recording: nonEmptyText,
      start: instantText,
      seconds: nonNegativeDecimalText,
      deleted: instantText.nullable(),
      user: nonEmptyText.nullable(),
      ...commonShape,
    })
    .refine((data) => inOrder(data.start, data.deleted), { ...endBeforeStart, path: ["deleted"] }),
);

/**
 * The fast check of a recording event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isRecording({ type: "dev.flexbill.recording" }); // → false
 * ```
 */
export function isRecording(value: unknown): value is RecordingEvent {
  if (!isEnvelope(value, recordingType)) return false;
  const { data } = value;
  return (
    isText(data["recording"]) &&
    isSpan(data["start"], data["deleted"]) &&
    isQuantity(data["seconds"]) &&
    isTextOrNull(data["user"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}
