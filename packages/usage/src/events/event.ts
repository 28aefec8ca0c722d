import { wish } from "@flexbill/documents";
import { z } from "zod";
import { type CallLegEvent, callLegSchema, callLegType, isCallLeg } from "./call-leg.ts";
import { type FeeEvent, feeSchema, feeType, isFee } from "./fee.ts";
import { isMessage, type MessageEvent, messageSchema, messageType } from "./message.ts";
import { isNumber, type NumberEvent, numberEventType, numberSchema } from "./number.ts";
import { isPresence, type PresenceEvent, presenceSchema, presenceType } from "./presence.ts";
import { isRecording, type RecordingEvent, recordingSchema, recordingType } from "./recording.ts";
import { isSeat, type SeatEvent, seatSchema, seatType } from "./seat.ts";
import { isSignIn, type SignInEvent, signInSchema, signInType } from "./sign-in.ts";
import { isUsage, type UsageEvent, usageSchema, usageType } from "./usage.ts";

/** Any event, as it stands on its line: plain JSON, quantities and instants as texts (formats.md section 2). */
export type FlexEvent =
  | PresenceEvent
  | SeatEvent
  | SignInEvent
  | CallLegEvent
  | MessageEvent
  | RecordingEvent
  | NumberEvent
  | UsageEvent
  | FeeEvent;

/**
 * The schema of an event, which names every problem of one. Its output is read further than an event is; keep the
 * value that it passed.
 *
 * @example
 * ```ts
 * eventSchema.safeParse({ type: "dev.flexbill.unheard-of" }).success; // → false
 * ```
 */
export const eventSchema = z.discriminatedUnion(
  "type",
  [
    presenceSchema,
    seatSchema,
    signInSchema,
    callLegSchema,
    messageSchema,
    recordingSchema,
    numberSchema,
    usageSchema,
    feeSchema,
  ],
  { error: wish("schema.event-type", "event-type") },
);

/**
 * The fast check of any event: true only where {@link eventSchema} passes. The one value that the schema takes and
 * this does not is a map with a member named `__proto__`; readers ask the schema then.
 *
 * @example
 * ```ts
 * isFlexEvent({ type: "dev.flexbill.seat" }); // → false
 * ```
 */
export function isFlexEvent(value: unknown): value is FlexEvent {
  switch ((value as { readonly type?: unknown } | null | undefined)?.type) {
    case presenceType:
      return isPresence(value);
    case messageType:
      return isMessage(value);
    case callLegType:
      return isCallLeg(value);
    case recordingType:
      return isRecording(value);
    case usageType:
      return isUsage(value);
    case feeType:
      return isFee(value);
    case seatType:
      return isSeat(value);
    case signInType:
      return isSignIn(value);
    case numberEventType:
      return isNumber(value);
    default:
      return false;
  }
}
