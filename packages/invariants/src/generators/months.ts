import fc from "fast-check";
import type { Event, RatingRequest } from "../request.ts";
import { account, contracts } from "./contract.ts";
import { type Happening, happenings, otherAccount } from "./events.ts";
import { instants, type Setting, settings } from "./moments.ts";
import { priceLists } from "./prices.ts";

/**
 * Valid rating requests, boundaries first: an edge of a month, a tier or an allowance is met more often than not. With
 * `given` books every request carries its prices, for raters that know no published list.
 *
 * @example
 * ```ts
 * fc.assert(fc.property(billingMonths("given"), (month) => myRater(month).charges.length >= 0));
 * ```
 */
export function billingMonths(books: "named" | "given" = "named"): fc.Arbitrary<RatingRequest> {
  return settings.chain((setting) =>
    fc.record(
      {
        contract: contracts(setting),
        events: eventLists(setting),
        priceBook: books === "given" ? priceLists(setting, { minLength: 13 }) : priceBooks(setting),
        month: fc.constant(setting.month),
        asOf: instants(setting),
      },
      { requiredKeys: ["contract", "events", "priceBook", "month"] },
    ),
  );
}

function priceBooks(setting: Setting): fc.Arbitrary<NonNullable<RatingRequest["priceBook"]>> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant("twilio-us-2026-08") },
    { weight: 3, arbitrary: priceLists(setting, { minLength: 13 }) },
  );
}

type Copies = readonly { readonly of: number; readonly as: number; readonly elsewhere: boolean }[];

/** Events with identities; some told again, some identities used for something else, in any order. */
function eventLists(setting: Setting): fc.Arbitrary<readonly Event[]> {
  const few = fc.array(happenings(setting), { maxLength: 3 });
  const many = fc.array(happenings(setting), { minLength: 8, maxLength: 18, size: "max" });
  const told = fc
    .oneof({ withCrossShrink: true }, { weight: 1, arbitrary: few }, { weight: 4, arbitrary: many })
    .map((lists) => lists.flat());
  const envelope = fc.record(
    { time: instants(setting), foreign: fc.constantFrom(...Array.from({ length: 9 }, () => false), true) },
    { requiredKeys: [] },
  );
  const place = fc.nat({ max: 20 });
  const elsewhere = fc.constantFrom(false, false, false, true);
  const copies = fc.array(fc.record({ of: place, as: fc.oneof(place, fc.constant(99)), elsewhere }), { maxLength: 4 });
  return fc
    .tuple(
      told,
      fc.array(envelope, { minLength: 36, maxLength: 36 }),
      copies,
      fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: "max" }),
    )
    .map(([list, envelopes, again, order]) => {
      const events = list.map((happening, index) => eventOf(happening, index, envelopes[index] ?? {}));
      return shuffled([...events, ...copiesOf(events, again)], order);
    });
}

/** The other account's people are its own. */
function eventOf(happening: Happening, index: number, { time, foreign = false }: { time?: string; foreign?: boolean }) {
  const source = index % 2 === 0 ? "/generated/left" : "/generated/right";
  const identity = { specversion: "1.0" as const, id: `e${Math.floor(index / 2)}`, source };
  const subject = foreign ? otherAccount : account;
  const mine = foreign && "user" in happening.data && happening.data.user !== null;
  const data = mine ? { ...happening.data, user: "WK0000000000000000000000000000000f" } : happening.data;
  return { ...identity, subject, ...(time === undefined ? {} : { time }), type: happening.type, data } as Event;
}

/** `of` told again with its members turned round: as itself, under the identity of `as`, or for the other account. */
function copiesOf(events: readonly Event[], copies: Copies): readonly Event[] {
  return copies.flatMap(({ of, as, elsewhere }) => {
    const event = events[of];
    const { id, source } = events[as] ?? event ?? { id: "", source: "" };
    if (!event) return [];
    const data = Object.fromEntries(Object.entries(event.data).reverse());
    const subject = elsewhere ? otherAccount : event.subject;
    return [{ ...event, id, source, subject, data } as Event];
  });
}

/** In the order of the drawn keys; without a key an event stays where it was. */
function shuffled(events: readonly Event[], keys: readonly number[]): readonly Event[] {
  const keyed = events.map((event, index) => ({ event, key: keys[index] ?? index }));
  return keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
}
