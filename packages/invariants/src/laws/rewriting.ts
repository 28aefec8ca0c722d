import fc from "fast-check";
import { persons, type SmallMonth, smallMonths, usages, wholeMonthSeats } from "../generators/small-months.ts";
import { eventsOf } from "../plain-rater/known-events.ts";
import type { Contract, Event, EventOf, PriceEntry, RatingRequest } from "../request.ts";

/** The month with its events told in another way. */
export function withEvents(
  month: RatingRequest,
  retell: (events: readonly Event[]) => readonly Event[],
): RatingRequest {
  return { ...month, events: retell(month.events) };
}

/** The events without those whose identity was used before. */
export function firstOnly(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>();
  return events.filter(({ source, id }) => {
    const identity = JSON.stringify([source, id]);
    return !seen.has(identity) && seen.add(identity);
  });
}

/** The month without what is told again: itself where nothing is, so that it need not be rated again. */
export function firstTold(month: RatingRequest): RatingRequest {
  const events = firstOnly(month.events);
  return events.length === month.events.length ? month : { ...month, events };
}

type DataOf<Name extends Event["type"]> = EventOf<Name>["data"];

export function dataOf<Name extends Event["type"]>(month: RatingRequest, type: Name): readonly DataOf<Name>[] {
  return eventsOf(month.events, type).map(({ data }) => data) as unknown as readonly DataOf<Name>[];
}

const prices = fc.constantFrom("0.0085", "0.005", "0.01", "1", "0.125", "35", "0.004", "0.333");

/** One flat price of widgets. */
export const priced: fc.Arbitrary<readonly PriceEntry[]> = prices.map((price) => [
  { product: "widgets", unit: "piece", price },
]);

/** Graduated prices of widgets, the last tier open. */
export const tiered: fc.Arbitrary<readonly PriceEntry[]> = fc
  .tuple(fc.constantFrom("1", "2", "10"), fc.constantFrom("500", "575"), prices, prices, prices)
  .map(([first, second, a, b, c]) => [
    {
      product: "widgets",
      unit: "piece",
      tiers: [{ upTo: first, price: a }, { upTo: second, price: b }, { price: c }],
    },
  ]);

/** Months of widgets alone. */
export function usageMonths(more: Partial<SmallMonth> = {}): fc.Arbitrary<RatingRequest> {
  return smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }), prices: priced, ...more });
}

const perUser = fc.constantFrom("0", "1", "2", "10", "500", "0.5");

/** A named-user contract that allows each user so many functions. */
export const allowed: fc.Arbitrary<Partial<Contract>> = perUser.map((quantity) => ({
  plan: [{ model: "named-user", price: "0" }],
  allowances: [{ product: "functions", quantity, per: "user-month", provenance: "contract" }],
}));

/** Functions used by seated users, or by others, under an allowance for each user. */
export function fairMonths(more: Partial<SmallMonth> = {}): fc.Arbitrary<RatingRequest> {
  const used = usages({ product: "functions", unit: "invocation", user: persons });
  return smallMonths({
    happenings: fc.oneof({ weight: 3, arbitrary: used }, { weight: 2, arbitrary: wholeMonthSeats }),
    contract: allowed,
    prices: fc.constant([{ product: "functions", unit: "invocation", price: "0.25" }]),
    ...more,
  });
}
