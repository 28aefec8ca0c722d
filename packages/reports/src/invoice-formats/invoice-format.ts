import type { Invoice } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";

/** A size of paper. */
export type Paper = "a4" | "letter";

/** How invoices are written. */
export interface InvoiceFormatOptions {
  readonly language?: Language;
  /** The paper that a printed page fits; A4 by default. */
  readonly paper?: Paper;
  /** A byte order mark in front of CSV, for Excel. */
  readonly bom?: boolean;
}

/** A way to write invoices. Another one is a file that exports this, and its name in the list. */
export interface InvoiceFormat {
  readonly name: string;
  /** What a file's name ends with. */
  readonly extension: string;
  readonly render: (invoices: readonly Invoice[], options: InvoiceFormatOptions) => Iterable<string>;
}
