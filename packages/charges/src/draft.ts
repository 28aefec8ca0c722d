import type { Exact, IssueCode } from "@flexbill/kernel";
import type { ChargeKind, ChargeNote } from "./invoice.ts";
import type { RowPart } from "./lot.ts";
import type { PriceFound } from "./price-found.ts";
import type { Sheet, Term } from "./sheet.ts";

/** What a part of a line comes to on its sheet. `high: null` = no price is known for some of it. */
export interface Bounds {
  readonly low: Term;
  readonly high: Term | null;
}

/** How one user stands with a product's allowance. */
export interface Standing {
  readonly allowance: Exact | null;
  readonly overage: Exact | null;
}

/** An issue that a line raises; its path is the line's place on the invoice. */
export interface LineIssue {
  readonly code: IssueCode;
  readonly clause?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * A part of a line, not yet added up with the others of its key and not yet rounded. Its arithmetic is written when the
 * line's sheet is there.
 */
export interface Draft {
  readonly kind: ChargeKind;
  readonly product: string;
  readonly rate: string;
  readonly payee: string;
  readonly currency: string;
  readonly unit: string;
  readonly quantity: Exact;
  readonly found: PriceFound | undefined;
  readonly clauses: readonly string[];
  /** The rows, or parts of rows, that the draft is of: who used what is read from them. */
  readonly parts: readonly RowPart[];
  readonly standing?: (user: string) => Standing;
  readonly issues: readonly LineIssue[];
  readonly note?: ChargeNote;
  readonly bounds: (sheet: Sheet) => Bounds;
}

/** Who is paid, for every kind but a third party's. */
export const twilio = "Twilio";
