import { currencyText, instantText, nameText, nonEmptyText, nonNegativeDecimalText } from "@flexbill/documents";
import { isCurrency } from "@flexbill/kernel";
import { z } from "zod";
import { isInstant, isName, isQuantity, isTextOrNull, type Members } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { type CommonData, commonShape, hasCommon, oneOf } from "./shared-data.ts";

/** What third parties charge for (T-34 … T-36). */
export type FeeProduct = "third-party-messaging" | "third-party-voice" | "third-party-virtual-agent";

/** A third party's fee as received; its amount is always known. */
export interface Fee extends CommonData {
  readonly provider: string;
  readonly product: FeeProduct;
  readonly amount: string;
  readonly currency: string;
  readonly at: string;
  /** What it is for, such as a message SID. */
  readonly reference: string | null;
}

export const feeType = "dev.flexbill.fee";

/** An event of a third party's fee. */
export type FeeEvent = EventEnvelope<typeof feeType, Fee>;

const feeProducts = ["third-party-messaging", "third-party-voice", "third-party-virtual-agent"] as const;

export const feeSchema = envelopeSchema(
  feeType,
  z.object({
    provider: nameText,
    product: z.enum(feeProducts),
    amount: nonNegativeDecimalText,
    currency: currencyText,
    at: instantText,
    reference: nonEmptyText.nullable(),
    ...commonShape,
  }),
);

const isFeeProduct = oneOf(feeProducts);

/**
 * The fast check of a fee event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isFee({ type: "dev.flexbill.fee" }); // → false
 * ```
 */
export function isFee(value: unknown): value is FeeEvent {
  return isEnvelope(value, feeType) && isFeeData(value.data);
}

function isFeeData(data: Members): boolean {
  const currency = data["currency"];
  return (
    isName(data["provider"]) &&
    isFeeProduct(data["product"]) &&
    isQuantity(data["amount"]) &&
    typeof currency === "string" &&
    isCurrency(currency) &&
    isInstant(data["at"]) &&
    isTextOrNull(data["reference"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}
