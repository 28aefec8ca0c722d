import {
  currencyText,
  dateText,
  decimalText,
  nonEmptyText,
  nonNegativeDecimalText,
  positiveDecimalText,
  wish,
} from "@flexbill/documents";
import { type CalendarDate, compareText, type Decimal, isNegative } from "@flexbill/kernel";
import { z } from "zod";

/** Graduated: prices the units from the tier before it up to and including `upTo`; without one, all that follow. */
export interface Tier {
  readonly upTo?: Decimal;
  readonly price: Decimal;
}

/** What one unit of a product costs, for the rows whose dimensions it matches, from a day on (formats.md section 1). */
export interface PriceEntry {
  readonly product: string;
  readonly unit: string;
  readonly match: Readonly<Record<string, string>>;
  /** Without one: the currency of the list that it stands in. */
  readonly currency?: string;
  readonly from?: CalendarDate;
  readonly price?: Decimal;
  readonly tiers?: readonly Tier[];
  /** So many first positions of the month cost nothing. */
  readonly free?: Decimal;
  readonly grade?: string;
  readonly source?: string;
  readonly date?: string;
  readonly also?: readonly string[];
  readonly note?: string;
}

const priceText = decimalText.refine((price) => !isNegative(price), {
  error: wish("schema.price-negative", "non-negative-decimal"),
});
const tierSchema = z.object({ upTo: positiveDecimalText.exactOptional(), price: priceText });
/** Says where a price comes from, and never changes a result; null is as good as nothing. */
const remark = z.string().nullable().exactOptional();

const documentSchema = z.object({
  product: nonEmptyText,
  unit: nonEmptyText,
  match: z.record(z.string(), z.string()).default({}),
  currency: currencyText.exactOptional(),
  from: dateText.exactOptional(),
  price: priceText.exactOptional(),
  tiers: z.array(tierSchema).min(1).exactOptional(),
  free: nonNegativeDecimalText.exactOptional(),
  grade: remark,
  source: remark,
  date: remark,
  also: z.array(z.string()).exactOptional(),
  note: remark,
});

/**
 * A price entry as a document writes it. What its members say about one another is checked by `entryIssues`.
 *
 * @example
 * ```ts
 * priceEntrySchema.parse({ product: "studio", unit: "engagement", price: "0.02" }).match; // {}
 * ```
 */
export const priceEntrySchema: z.ZodType<PriceEntry> = documentSchema.transform(
  ({ grade, source, date, note, ...entry }): PriceEntry => ({
    ...entry,
    ...(grade != null && { grade }),
    ...(source != null && { source }),
    ...(date != null && { date }),
    ...(note != null && { note }),
  }),
);

/**
 * The rate that an entry's charge carries: its match values in alphabetical key order, joined by a slash.
 *
 * @example
 * ```ts
 * rateNameOf({ product: "sms-inbound", unit: "segment", match: { numberType: "local", country: "US" } }); // "US/local"
 * ```
 */
export function rateNameOf(entry: Pick<PriceEntry, "match">): string {
  return Object.keys(entry.match)
    .sort(compareText)
    .map((key) => entry.match[key])
    .join("/");
}
