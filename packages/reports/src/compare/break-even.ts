import { divideRounded, formatQuantity, isPositive } from "@flexbill/kernel";
import type { BreakEven } from "./comparison.ts";
import { licencePrice } from "./licence-price.ts";
import type { Variant } from "./variant.ts";

const places = 6;

/**
 * Hours a user and month from which on the seat is cheaper than the hours: price of a named user ÷ price of an active
 * user's hour, at six decimals (150 ÷ 1 = 150). Months are left out in which a price is not known, is not one currency's
 * or where hours are free.
 */
export function breakEvens(variants: readonly Variant[], months: readonly string[]): readonly BreakEven[] {
  return months.flatMap((month, at) => {
    const hour = licencePrice(variants, "active-user-hour", at);
    const seat = licencePrice(variants, "named-user", at);
    if (hour === undefined || seat === undefined) return [];
    if (hour.currency !== seat.currency || !isPositive(hour.price)) return [];
    const hours = formatQuantity(divideRounded(seat.price, hour.price, places, "half-up"));
    return [{ month, hours, currency: seat.currency }];
  });
}
