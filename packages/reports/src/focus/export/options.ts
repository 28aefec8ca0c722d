import type { Language } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";

/** What a line that is a range is exported at: its lower end, its upper end, or not at all. */
export const unknownPolicies = ["high", "low", "omit"] as const;

/** A choice of {@link unknownPolicies}. */
export type UnknownPolicy = (typeof unknownPolicies)[number];

/**
 * What EffectiveCost says: what each row is billed at, or that the plan's fee covers included usage and is spread over it.
 * Sums are the same.
 */
export const effectiveCosts = ["billed", "cover-included"] as const;

/** A choice of {@link effectiveCosts}. */
export type EffectiveCost = (typeof effectiveCosts)[number];

/** What a FOCUS export rests on beside the invoice. */
export interface FocusExportOptions {
  readonly contract: Contract;
  /** The published prices: what usage inside an allowance would have cost. */
  readonly priceBook: PriceBook;
  /** What a line that is a range is exported at; `high` by default. */
  readonly unknown?: UnknownPolicy;
  /** What EffectiveCost says; `billed` by default. Each row names the choice in `x_EffectiveCostBasis`. */
  readonly effectiveCost?: EffectiveCost;
  /** Who issues the invoice; `Twilio Inc.` by default. */
  readonly issuer?: string;
  /** The invoice's number; `EST-` and the month by default, which says that it is an estimate. */
  readonly invoiceId?: string;
  /** When the invoice was issued, `YYYY-MM-DD`; it is open, and its period with it, until then. */
  readonly issued?: string;
  /** Such as `Net 30`; `Prepaid` by default. */
  readonly paymentTerms?: string;
  /** What the account is called; its SID by default. */
  readonly accountName?: string;
  /** The contract's number; the account's SID by default. */
  readonly contractId?: string;
  /** Put on every row of Cost and Usage, such as a cost centre. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The language of descriptions, the only cells that have one. */
  readonly language?: Language;
}
