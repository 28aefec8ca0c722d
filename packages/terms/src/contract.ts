import type { CalendarDate, Decimal, Instant, Month } from "@flexbill/kernel";
import type { PriceEntry } from "@flexbill/products";
import type { AssumptionKey, Assumptions } from "./assumptions.ts";
import type { Facts } from "./facts.ts";

/** How Flex is paid for (T-07, T-09, T-10). The first two are the fair-usage plans. */
export type PlanModel = "active-user-hour" | "named-user" | "user-plus-usage";

/** A plan from a day on. */
export interface PlanEntry {
  readonly model: PlanModel;
  readonly from?: CalendarDate;
  /** For one hour or user, in the contract's currency; without it the price book's. */
  readonly price?: Decimal;
  /** Hours that cost nothing, once; active-user-hour only. */
  readonly freeHours?: Decimal;
  /** Users paid for at least; named-user only. */
  readonly committedUsers?: Decimal;
}

/** How much of a Standard Product is included from a day on (T-41 … T-44). */
export interface AllowanceEntry {
  readonly product: string;
  readonly quantity: Decimal;
  readonly per: "user-month" | "active-hour" | "project-month";
  readonly provenance?: "contract" | "support" | "assumed";
  readonly from?: CalendarDate;
}

/** A Logout Activity from an instant on, by its SID (T-08). */
export interface LogoutActivityEntry {
  readonly activity: string;
  readonly from?: Instant;
}

/** Terms accepted by hand or with an order form. */
export interface Agreement {
  readonly document: string;
  readonly version: string;
  /** An RFC 3339 instant or a date. */
  readonly acceptedAt?: string;
}

/** A tax from a day on; the percentage is a fraction of one. */
export interface TaxEntry {
  readonly name: string;
  readonly percent: Decimal;
  readonly on: "all" | "twilio" | "third-party";
  readonly from?: CalendarDate;
}

/** An amount that corrects an earlier charge, on the invoice of its month. */
export interface AdjustmentEntry {
  readonly corrects: string | null;
  readonly amount: Decimal;
  readonly currency?: string;
  readonly reason?: string;
  readonly month: Month;
}

/** A support plan; the percentage is a fraction of one. */
export interface SupportPlan {
  readonly plan: string;
  readonly percent: Decimal;
  readonly minimum: Decimal;
  readonly from?: CalendarDate;
}

/** What an account has agreed with Twilio (formats.md section 1), parsed. */
export interface Contract {
  readonly account: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly opened?: Instant;
  readonly agreements: readonly Agreement[];
  readonly logoutActivity: readonly LogoutActivityEntry[];
  readonly plan: readonly PlanEntry[];
  readonly allowances: readonly AllowanceEntry[];
  readonly prices: { readonly book?: string; readonly overrides: readonly PriceEntry[] };
  readonly commitment?: { readonly monthlyMinimum: Decimal };
  readonly support?: SupportPlan;
  readonly tax: readonly TaxEntry[];
  readonly adjustments: readonly AdjustmentEntry[];
  readonly facts: Facts;
  readonly assumptions: Assumptions;
  /** The switches that the contract itself sets, in the order of the table. */
  readonly set: readonly AssumptionKey[];
}
