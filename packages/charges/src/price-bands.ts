import { add, compare, type Decimal, type Exact, isPositive, max, min, subtract, zero } from "@flexbill/kernel";
import type { PriceEntry } from "@flexbill/products";

/** Units that stand together under one price. `start` and `end` are positions of the month, counted from 0. */
export interface PriceBand {
  readonly start: Exact;
  readonly end: Exact;
  readonly price: Decimal;
  readonly free: boolean;
}

/** How an entry prices a stretch of positions. `unpriced` are the units beyond its last `upTo`. */
export interface PriceBands {
  readonly bands: readonly PriceBand[];
  readonly unpriced: Exact;
}

/** Where a quantity stands, and whether the entry's free positions cost nothing. */
export interface Stretch {
  readonly from: Exact;
  readonly quantity: Exact;
  readonly freeUnits: boolean;
}

/**
 * Cuts a stretch of positions at the entry's tiers and at its free units (formats.md section 1): tiers are graduated, a
 * fraction of a unit is priced in its part, and `free` moves no other unit.
 */
export function priceBands(entry: PriceEntry, stretch: Stretch): PriceBands {
  const end = add(stretch.from, stretch.quantity);
  const free = stretch.freeUnits ? (entry.free ?? zero) : zero;
  const bands: PriceBand[] = [];
  let reached: Exact = zero;
  for (const tier of tiersOf(entry)) {
    const start = max(reached, stretch.from);
    const stop = tier.upTo === undefined ? end : min(tier.upTo, end);
    if (compare(stop, start) > 0) bands.push(...cutAtFree(start, stop, tier.price, free));
    if (tier.upTo === undefined) return { bands, unpriced: zero };
    reached = tier.upTo;
  }
  return { bands, unpriced: max(zero, subtract(end, max(reached, stretch.from))) };
}

/** The entry's tiers; a plain price is one tier without an end. */
export function tiersOf(
  entry: PriceEntry,
): readonly { readonly upTo?: Decimal | undefined; readonly price: Decimal }[] {
  return entry.tiers ?? [{ price: entry.price ?? zero }];
}

function cutAtFree(start: Exact, end: Exact, price: Decimal, free: Exact): readonly PriceBand[] {
  const edge = min(max(start, free), end);
  return [
    { start, end: edge, price: zero, free: true },
    { start: edge, end, price, free: false },
  ].filter((band) => isPositive(subtract(band.end, band.start)));
}
