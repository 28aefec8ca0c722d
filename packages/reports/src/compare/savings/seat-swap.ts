import {
  add,
  calendar,
  type Decimal,
  decimal,
  formatAmount,
  formatInstant,
  formatQuantity,
  instant,
  isBefore,
  max,
  multiply,
  roundToMinor,
  subtract,
  zero,
} from "@flexbill/kernel";
import { type Contract, planInForce } from "@flexbill/terms";
import { createMetering, type FlexEvent, type Metered, type SeatEvent } from "@flexbill/usage";
import type { SeatSwap } from "../comparison.ts";
import { licencePrice } from "../licence-price.ts";
import type { Variant } from "../variant.ts";

/** Whether an event is of a seat. */
export const isSeatEvent = (event: FlexEvent): event is SeatEvent => event.type === "dev.flexbill.seat";

/**
 * What the order of swaps cost: seats billed − seats that would have been billed, had every removal come at the first
 * instant of its day in the contract's zone, so before that day's additions (T-09). A seat that began on the day of its
 * end stays as it was. Nothing where no plan of named users is compared or its price is not known.
 */
export function seatSwapSaving(variants: readonly Variant[], seats: readonly SeatEvent[]): SeatSwap | null {
  const named = variants.find(({ invoices }) => invoices.some(({ plan }) => plan === "named-user"));
  if (named === undefined) return null;
  const ordered = seats.map((seat) => removedFirst(seat, named.contract.timeZone));
  let [saved, amount, currency]: [Decimal, Decimal, string] = [zero, zero, named.contract.currency];
  for (const [at, metered] of named.metered.entries()) {
    if (named.invoices[at]?.plan !== "named-user") continue;
    const price = licencePrice([named], "named-user", at);
    if (price === undefined) return null;
    const metering = createMetering({ contract: named.contract, month: metered.month });
    for (const seat of ordered) metering.add(seat);
    const fewer = subtract(billedSeats(named.contract, metered), billedSeats(named.contract, metering.finish()));
    const spared = max(zero, fewer);
    [saved, amount, currency] = [add(saved, spared), add(amount, multiply(price.price, spared)), price.currency];
  }
  return {
    seats: formatQuantity(saved),
    amount: formatAmount(roundToMinor(amount, currency, "half-up"), currency),
    currency,
  };
}

/** Committed seats are paid whether filled or not. */
function billedSeats(contract: Contract, { month, peakUsers, provisioned }: Metered): Decimal {
  const counted = contract.assumptions["named.method"] === "distinct" ? provisioned.size : peakUsers;
  return max(planInForce(contract, month)?.committedUsers ?? zero, decimal(counted));
}

function removedFirst(seat: SeatEvent, timeZone: string): SeatEvent {
  const { start, end } = seat.data;
  if (end === null) return seat;
  const zone = calendar(timeZone);
  const day = zone.startOf(zone.dateOf(instant(end)));
  if (!isBefore(instant(start), day)) return seat;
  return { ...seat, data: { ...seat.data, end: formatInstant(day) } };
}
