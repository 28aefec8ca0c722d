import { instantText, nonEmptyText, nonNegativeDecimalText, wish } from "@flexbill/documents";
import { z } from "zod";
import { isInstant, isOptionalText, isQuantity, isText, isTextOrNull, type Members } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import {
  type CommonData,
  commonShape,
  type Direction,
  directionField,
  hasCommon,
  isDirection,
  isOptionalNumberType,
  type NumberType,
  numberTypeField,
  oneOf,
  optionalTextField,
} from "./shared-data.ts";

/** Who stands at the other end of a SIP leg: the customer's own equipment, or another carrier (T-39, T-40). */
export type Peer = "customer-equipment" | "third-party-carrier";

/** One leg of a call. Only a `completed` one is billable; it belongs to the month of its `start`. */
export interface CallLeg extends CommonData {
  readonly call: string;
  readonly leg: "pstn" | "client" | "sip";
  readonly direction: Direction;
  readonly country?: string | null;
  readonly numberType?: NumberType | null;
  /** Of a SIP leg, which must say it. */
  readonly peer?: Peer | null;
  readonly start: string;
  /** Seconds, a decimal. */
  readonly seconds: string;
  readonly status: string;
  readonly user: string | null;
}

export const callLegType = "dev.flexbill.call-leg";

/** An event of a call leg. */
export type CallLegEvent = EventEnvelope<typeof callLegType, CallLeg>;

const legs = ["pstn", "client", "sip"] as const;
const peers = ["customer-equipment", "third-party-carrier"] as const;

export const callLegSchema = envelopeSchema(
  callLegType,
  z
    .object({
      call: nonEmptyText,
      leg: z.enum(legs),
      direction: directionField,
      country: optionalTextField,
      numberType: numberTypeField.nullish(),
      peer: z.enum(peers).nullish(),
      start: instantText,
      seconds: nonNegativeDecimalText,
      status: nonEmptyText,
      user: nonEmptyText.nullable(),
      ...commonShape,
    })
    .refine(({ leg, peer }) => leg !== "sip" || (peer !== null && peer !== undefined), {
      error: wish("schema.missing", "peer-of-sip"),
      path: ["peer"],
    }),
);

const isLeg = oneOf(legs);
const isPeer = oneOf(peers);

/**
 * The fast check of a call-leg event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isCallLeg({ type: "dev.flexbill.call-leg" }); // → false
 * ```
 */
export function isCallLeg(value: unknown): value is CallLegEvent {
  return isEnvelope(value, callLegType) && isRoute(value.data) && isCallLegData(value.data);
}

function isRoute(data: Members): boolean {
  const { leg, peer } = data as { readonly leg?: unknown; readonly peer?: unknown };
  return (
    isLeg(leg) && isDirection(data["direction"]) && (peer === undefined || peer === null ? leg !== "sip" : isPeer(peer))
  );
}

function isCallLegData(data: Members): boolean {
  return (
    isText(data["call"]) &&
    isOptionalText(data["country"]) &&
    isOptionalNumberType(data["numberType"]) &&
    isInstant(data["start"]) &&
    isQuantity(data["seconds"]) &&
    isText(data["status"]) &&
    isTextOrNull(data["user"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}
