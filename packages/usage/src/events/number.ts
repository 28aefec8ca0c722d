import { instantText, nonEmptyText } from "@flexbill/documents";
import { z } from "zod";
import { isOptionalText, isSpan, isText } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { inOrder } from "./in-order.ts";
import {
  type CommonData,
  commonShape,
  endBeforeStart,
  hasCommon,
  isOptionalNumberType,
  type NumberType,
  numberTypeField,
  optionalTextField,
} from "./shared-data.ts";

/** A phone number, rented from `purchased` until `released`; null is still rented. */
export interface PhoneNumber extends CommonData {
  readonly number: string;
  readonly country?: string | null;
  readonly numberType?: NumberType | null;
  readonly purchased: string;
  readonly released: string | null;
}

export const numberEventType = "dev.flexbill.number";

/** An event of a rented number. */
export type NumberEvent = EventEnvelope<typeof numberEventType, PhoneNumber>;

export const numberSchema = envelopeSchema(
  numberEventType,
  z
    .object({
      number: nonEmptyText,
      country: optionalTextField,
      numberType: numberTypeField.nullish(),
      purchased: instantText,
      released: instantText.nullable(),
      ...commonShape,
    })
    .refine((data) => inOrder(data.purchased, data.released), { ...endBeforeStart, path: ["released"] }),
);

/**
 * The fast check of a number event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isNumber({ type: "dev.flexbill.number" }); // → false
 * ```
 */
export function isNumber(value: unknown): value is NumberEvent {
  if (!isEnvelope(value, numberEventType)) return false;
  const { data } = value;
  return (
    isText(data["number"]) &&
    isOptionalText(data["country"]) &&
    isOptionalNumberType(data["numberType"]) &&
    isSpan(data["purchased"], data["released"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}
