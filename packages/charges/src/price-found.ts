import type { PriceEntry } from "@flexbill/products";

/** An entry as a row found it. One object an entry, so that rows of one entry meet by identity. */
export interface PriceFound {
  readonly entry: PriceEntry;
  readonly list: "overrides" | "book" | "plan";
  readonly currency: string;
  readonly rate: string;
  /** List, product and rate: what a derivation names as the source of a price. */
  readonly id: string;
  /** The first day on which another price takes over inside the month, where one does. */
  readonly changesOn?: string;
}
