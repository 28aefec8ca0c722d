import { type Exact, equals, isPositive, isZero } from "@flexbill/kernel";
import { type PriceBand, type PriceBands, priceBands, type Stretch, tiersOf } from "./price-bands.ts";
import type { PriceFound } from "./price-found.ts";
import type { Sheet, Term } from "./sheet.ts";

/** What an entry makes of a quantity: the amount that is priced, and whether every unit was. */
export interface PricedTerm {
  readonly amount: Term;
  readonly complete: boolean;
}

/** Prices a stretch of positions on the sheet, one product a band. `quantity` is the stretch's, where it is there already. */
export function priceOnSheet(sheet: Sheet, found: PriceFound, stretch: Stretch, quantity?: Term): PricedTerm {
  const cut = priceBands(found.entry, stretch);
  return { amount: amountOf(sheet, found, stretch, cut, quantity), complete: isZero(cut.unpriced) };
}

function amountOf(sheet: Sheet, found: PriceFound, stretch: Stretch, cut: PriceBands, given: Term | undefined): Term {
  const quantity = given ?? sheet.input("quantity", stretch.quantity);
  const plain = plainPrice(found, cut);
  if (plain !== undefined) {
    return sheet.pair("amount", "multiply", quantity, sheet.input("price", plain, found.id));
  }
  const edges = edgesOf(sheet, stretch, quantity);
  const parts = cut.bands.map((band) => bandOnSheet(sheet, band, edges, found.id));
  if (isPositive(cut.unpriced)) sheet.input("units-without-price", cut.unpriced);
  return sheet.sum("amount", parts);
}

/** The one price of all units, where there is one; of no units at all, the price of the first. */
function plainPrice(found: PriceFound, cut: PriceBands): PriceBand["price"] | undefined {
  const [first, second] = cut.bands;
  if (!isZero(cut.unpriced) || second !== undefined || first?.free) return undefined;
  return first?.price ?? tiersOf(found.entry)[0]?.price;
}

type Edges = (position: Exact, key: "tier-end" | "free-until") => Term;

/** Positions that are already on the sheet are named, the others are the entry's own and come as inputs. */
function edgesOf(sheet: Sheet, stretch: Stretch, quantity: Term): Edges {
  const start = sheet.input("position-start", stretch.from);
  const end = isZero(stretch.from) ? quantity : sheet.pair("position-end", "add", start, quantity);
  const known: Term[] = [start, end];
  return (position, key) => {
    const there = known.find((term) => equals(term.value, position));
    if (there !== undefined) return there;
    const term = sheet.input(key, position);
    known.push(term);
    return term;
  };
}

function bandOnSheet(sheet: Sheet, band: PriceBand, edge: Edges, source: string): Term {
  const start = edge(band.start, "tier-end");
  const end = edge(band.end, band.free ? "free-until" : "tier-end");
  const units = sheet.pair("band-units", "subtract", end, start);
  const price = sheet.input(band.free ? "free-price" : "price", band.price, source);
  return sheet.pair("band-amount", "multiply", units, price);
}
