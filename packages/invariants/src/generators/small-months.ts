import fc from "fast-check";
import type { Contract, Event, PriceEntry, RatingRequest } from "../request.ts";
import type { Happening } from "./events.ts";
import { mostly, wideDecimals } from "./mostly.ts";

export const smallAccount = "customer-1";
export const people = ["person-a", "person-b"] as const;
export const persons = fc.constantFrom(...people);

/** A month of few events about one thing: quick to draw, and small where it fails. */
export interface SmallMonth {
  readonly happenings: fc.Arbitrary<Happening>;
  readonly least?: number;
  readonly most?: number;
  readonly contract?: fc.Arbitrary<Partial<Contract>>;
  readonly prices?: fc.Arbitrary<readonly PriceEntry[]>;
  readonly month?: string;
}

/**
 * Rating requests for May 2025 in UTC and dollars, unless the contract drawn says otherwise.
 *
 * @example
 * ```ts
 * fc.sample(smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }) }), 1);
 * ```
 */
export function smallMonths(what: SmallMonth): fc.Arbitrary<RatingRequest> {
  const { happenings, least = 0, most = 5, month = "2025-05" } = what;
  return fc
    .record({
      list: fc.array(happenings, { minLength: least, maxLength: most, size: "max" }),
      contract: what.contract ?? fc.constant({}),
      priceBook: what.prices ?? fc.constant([]),
    })
    .map(({ list, contract, priceBook }) => ({
      contract: {
        account: smallAccount,
        currency: "USD",
        plan: [{ model: "user-plus-usage", price: "0" }],
        ...contract,
      },
      events: list.map(identified),
      priceBook,
      month,
    }));
}

function identified({ type, data }: Happening, index: number): Event {
  return { specversion: "1.0", id: `e${index}`, source: "/drawn", subject: smallAccount, type, data } as Event;
}

/** About the edges of the tiers and allowances of small months. */
export const boundarySmallQuantities = "1 2 3 0.5 1.5 10 0.1 2.000001 499 500 501".split(" ");
export const smallQuantities = mostly(fc.constantFrom(...boundarySmallQuantities), wideDecimals);

/** Usage metered elsewhere, on the 10th of May or on the day given. */
export function usages(of: {
  readonly product: string;
  readonly unit: string;
  readonly user?: fc.Arbitrary<string | null>;
  readonly quantity?: fc.Arbitrary<string>;
  readonly at?: fc.Arbitrary<string>;
  readonly useCase?: fc.Arbitrary<"contact-center" | "marketing" | "otp" | "other">;
}): fc.Arbitrary<Happening> {
  const data = fc.record({
    product: fc.constant(of.product),
    unit: fc.constant(of.unit),
    user: of.user ?? fc.constant(null),
    quantity: of.quantity ?? smallQuantities,
    at: of.at ?? fc.constant("2025-05-10T12:00:00Z"),
    dimensions: fc.constant({}),
    useCase: of.useCase ?? fc.constant("contact-center" as const),
  });
  return data.map((given): Happening => ({ type: "dev.flexbill.usage", data: given }));
}

/** In the order of time. */
const clockTimes = ["09:00:00Z", "09:20:00Z", "10:00:00Z", "10:00:00.500Z", "10:30:15Z", "11:00:00Z", "17:00:00Z"];

/** Two instants of one day, the earlier first. */
export function hoursOfADay(day = "2025-05-10"): fc.Arbitrary<{ readonly start: string; readonly end: string }> {
  const place = fc.nat({ max: clockTimes.length - 1 });
  return fc.tuple(place, place).map(([one, other]) => {
    const [start, end] = [Math.min(one, other), Math.max(one, other)];
    return { start: `${day}T${clockTimes[start]}`, end: `${day}T${clockTimes[end]}` };
  });
}

export function presenceOf(stretch = hoursOfADay()): fc.Arbitrary<Happening> {
  return fc.tuple(persons, stretch, fc.constantFrom("Available", "Lunch", "Offline")).map(
    ([user, when, activityName]): Happening => ({
      type: "dev.flexbill.presence",
      data: { user, activity: "WA00000000000000000000000000000003", activityName, ...when },
    }),
  );
}

export function seatOf(
  stretch: fc.Arbitrary<{ start: string; end: string | null }> = hoursOfADay(),
): fc.Arbitrary<Happening> {
  return fc
    .tuple(persons, stretch)
    .map(([user, when]): Happening => ({ type: "dev.flexbill.seat", data: { user, ...when } }));
}

/** Everyone is entitled all month: seats under `named-user`, of which no event tells the hours. */
export const wholeMonthSeats: fc.Arbitrary<Happening> = seatOf(
  fc.constant({ start: "2025-04-01T00:00:00Z", end: null }),
);
