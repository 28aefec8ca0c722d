import type { Amount, ChargeKind } from "@flexbill/charges";

/** Why a bill changed, in the order in which the parts are told. */
export const causes = [
  "price",
  "quantity",
  "users",
  "mix",
  "allowance",
  "plan",
  "new",
  "gone",
  /** Tax, support plan and monthly minimum, which are computed from the other lines. */
  "follows",
] as const;

/** Why a bill changed. */
export type Cause = (typeof causes)[number];

/** A difference at the lower ends, and at the upper ends; the latter is null where an upper end is not known. */
export interface EndsChange {
  readonly low: string;
  readonly high: string | null;
}

/** A difference and its parts, which add up to it at each end; causes without a part are left out. */
export interface SplitChange {
  readonly before: Amount | null;
  readonly now: Amount | null;
  readonly difference: EndsChange;
  readonly parts: Readonly<Partial<Record<Cause, EndsChange>>>;
}

/** What changed on the lines of one kind, product and currency. */
export interface LineSplit extends SplitChange {
  readonly kind: ChargeKind;
  readonly product: string;
  readonly currency: string;
  readonly clauses: readonly string[];
}

/** Which bill is meant. */
export interface BillName {
  readonly account: string;
  readonly month: string;
  readonly plan: string | null;
}

/** The change from one bill to another: the document `flexbill.bill-diff/1`. */
export interface BillDiff {
  readonly schema: "flexbill.bill-diff/1";
  readonly before: BillName;
  readonly now: BillName;
  /** By currency; never added across. */
  readonly totals: Readonly<Record<string, SplitChange>>;
  /** What changed, the largest change first. */
  readonly lines: readonly LineSplit[];
}
