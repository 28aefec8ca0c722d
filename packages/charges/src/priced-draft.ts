import { type Exact, zero } from "@flexbill/kernel";
import type { Bounds, Draft } from "./draft.ts";
import type { Lot } from "./lot.ts";
import { priceOnSheet } from "./price-on-sheet.ts";
import type { Sheet, Term } from "./sheet.ts";

/** How a lot is priced. `certain: false` = the price is the most that it can be, and nothing is the least. */
export interface LotPricing {
  readonly certain: boolean;
  readonly freeUnits: boolean;
  readonly from?: Exact;
  /** Where the quantity itself is the end of some arithmetic. */
  readonly quantity?: (sheet: Sheet) => Term;
}

/** The bounds of a lot: nothing is certain where no price is known, and there is no upper bound. */
export function lotBounds(lot: Pick<Lot, "found" | "quantity">, how: LotPricing): (sheet: Sheet) => Bounds {
  return (sheet) => {
    if (lot.found === undefined) {
      sheet.input("units-without-price", lot.quantity);
      return { low: sheet.input("not-certain", zero), high: null };
    }
    const stretch = { from: how.from ?? zero, quantity: lot.quantity, freeUnits: how.freeUnits };
    const { amount, complete } = priceOnSheet(sheet, lot.found, stretch, how.quantity?.(sheet));
    return { low: how.certain ? amount : sheet.input("not-certain", zero), high: complete ? amount : null };
  };
}

/** What a line of a lot takes from the lot: its price entry names the rate and the currency. */
export function lotFields(
  lot: Lot,
  currency: string,
): Pick<Draft, "rate" | "currency" | "unit" | "quantity" | "found" | "parts"> {
  const { found, unit, quantity, parts } = lot;
  return { rate: found?.rate ?? "", currency: found?.currency ?? currency, unit, quantity, found, parts };
}
