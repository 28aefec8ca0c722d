import { instantText, nonEmptyText, nonNegativeDecimalText, wish } from "@flexbill/documents";
import { unitsOf } from "@flexbill/products";
import { z } from "zod";
import { isInstant, isObject, isQuantity, isText, isTextOrNull, type Members } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { type CommonData, commonShape, hasCommon } from "./shared-data.ts";

/** Anything metered elsewhere; it adds to a meter of the same product, and makes nobody active or entitled. */
export interface MeteredElsewhere extends CommonData {
  readonly product: string;
  readonly quantity: string;
  /** The product's own unit, where formats.md section 3 gives it one. */
  readonly unit: string;
  readonly at: string;
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string | null>>;
}

export const usageType = "dev.flexbill.usage";

/** An event of usage that was metered elsewhere. */
export type UsageEvent = EventEnvelope<typeof usageType, MeteredElsewhere>;

export const usageSchema = envelopeSchema(
  usageType,
  z
    .object({
      product: nonEmptyText,
      quantity: nonNegativeDecimalText,
      unit: nonEmptyText,
      at: instantText,
      user: nonEmptyText.nullable(),
      dimensions: z.record(z.string(), z.string().nullable()),
      ...commonShape,
    })
    .refine(({ product }) => !isThirdParty(product), {
      error: wish("schema.value", "fee-event"),
      path: ["product"],
    })
    .refine(({ product, unit }) => takesUnit(product, unit), {
      error: wish("schema.unit", "product-unit"),
      path: ["unit"],
    }),
);

/**
 * The fast check of a usage event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isUsage({ type: "dev.flexbill.usage" }); // → false
 * ```
 */
export function isUsage(value: unknown): value is UsageEvent {
  return isEnvelope(value, usageType) && isMeasured(value.data) && isUsageData(value.data);
}

function isMeasured(data: Members): boolean {
  const { product, unit } = data as { readonly product?: unknown; readonly unit?: unknown };
  return isText(product) && isText(unit) && !isThirdParty(product) && takesUnit(product, unit);
}

function isUsageData(data: Members): boolean {
  return (
    isQuantity(data["quantity"]) &&
    isInstant(data["at"]) &&
    isTextOrNull(data["user"]) &&
    isDimensions(data["dimensions"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}

function isDimensions(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (typeof value[key] !== "string" && value[key] !== null) return false;
  return true;
}

function isThirdParty(product: string): boolean {
  return product.startsWith("third-party-");
}

function takesUnit(product: string, unit: string): boolean {
  const units = unitsOf(product);
  return units.length === 0 || units.includes(unit);
}
