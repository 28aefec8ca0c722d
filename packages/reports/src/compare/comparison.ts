import type { Amount, ChargeKind, Totals } from "@flexbill/charges";

/** A difference of two ranges; an end is null where it is not known. */
export interface AmountChange {
  readonly low: string | null;
  readonly high: string | null;
}

/** What differs from the first plan on the lines of one kind and product, with the clauses that say why. */
export interface LineChange {
  readonly kind: ChargeKind;
  readonly product: string;
  readonly currency: string;
  readonly before: Amount | null;
  readonly now: Amount | null;
  readonly change: AmountChange;
  readonly clauses: readonly string[];
}

/** A user for whom a plan costs more than another one, however the unknown limits come out. */
export interface Loser {
  readonly user: string;
  readonly cost: Amount;
  /** The plan that would cost less, and at the most. */
  readonly better: string;
  readonly betterAtMost: string;
  /** How much more at the least. */
  readonly loss: string;
}

/** One plan over all months compared. Other companies' fees are in none of its amounts. */
export interface ComparedPlan {
  /** `agreed`, `changed`, or the plan's model. */
  readonly id: string;
  /** The models that billed the months; null where none was in force. */
  readonly models: readonly (string | null)[];
  readonly totals: Totals;
  /** This plan − the first one, by currency; empty for the first. */
  readonly difference: Readonly<Record<string, AmountChange>>;
  /** What the products with unknown limits may come to. */
  readonly unknownLimits: Totals;
  readonly months: readonly { readonly month: string; readonly totals: Totals }[];
  readonly losers: readonly Loser[];
  readonly changes: readonly LineChange[];
  /** Codes of the `error` issues on its invoices, such as `plan.none`. */
  readonly errors: readonly string[];
}

/** The hours from which on a named user costs less than the hours of an active one (T-07, T-09). */
export interface BreakEven {
  readonly month: string;
  readonly hours: string;
  readonly currency: string;
}

/** Seats that would not have been billed had each day's removals come before its additions (T-09). */
export interface SeatSwap {
  readonly seats: string;
  readonly amount: string;
  readonly currency: string;
}

/** Hours of presence beyond the longest believable stretch (T-08). */
export interface ForgottenLogout {
  readonly users: number;
  readonly longestHours: string;
  readonly hours: string;
  readonly amount: string;
  readonly currency: string;
}

/** What better habits would have saved; null where a price is not known or the plan is not compared. */
export interface Savings {
  readonly seatSwap: SeatSwap | null;
  readonly forgottenLogout: ForgottenLogout | null;
}

/** The same months under several plans: the document `flexbill.comparison/1`. */
export interface Comparison {
  readonly schema: "flexbill.comparison/1";
  readonly account: string;
  readonly currency: string;
  readonly months: readonly string[];
  readonly plans: readonly ComparedPlan[];
  /** Other companies' fees, the same under every plan. */
  readonly thirdParty: Totals;
  /** By month the plan that costs less than every other one; null where the ranges overlap. */
  readonly cheapest: readonly { readonly month: string; readonly plan: string | null }[];
  /** The months in which another plan becomes the cheapest. */
  readonly crossovers: readonly { readonly month: string; readonly from: string; readonly to: string }[];
  readonly breakEven: readonly BreakEven[];
  /** Users who were logged in and whose seat no event tells of: a plan of named users is told too low by them. */
  readonly unseated: readonly string[];
  readonly savings: Savings;
}
