import fc from "fast-check";
import type { Contract, PriceEntry, RatingRequest } from "../request.ts";
import { eventLists } from "./event-lists.ts";
import { boundaryQuantities, type Happening } from "./events.ts";
import { dated, instants, type Setting, settings, stretches } from "./moments.ts";
import { mostly, wideDecimals } from "./mostly.ts";
import { currencies, prices, pricings } from "./prices.ts";

/** Things that are sold, which no list of products holds. */
const goods = [
  { product: "widgets", unit: "piece" },
  { product: "gadgets", unit: "box" },
  { product: "shelf-space", unit: "metre" },
] as const;
const persons = fc.constantFrom("person-a", "person-b", "person-c");
const quantities = mostly(fc.constantFrom(...boundaryQuantities), wideDecimals);
const colours = fc.constantFrom<Readonly<Record<string, string>>>({}, { colour: "red" }, { colour: "blue" });

function usage(setting: Setting): fc.Arbitrary<Happening> {
  return fc.constantFrom(...goods).chain(({ product, unit }) =>
    fc
      .record({
        product: fc.constant(product),
        unit: fc.constant(unit),
        quantity: quantities,
        at: instants(setting),
        user: fc.option(persons, { nil: null, freq: 2 }),
        dimensions: colours,
      })
      .map((data): Happening => ({ type: "dev.flexbill.usage", data })),
  );
}

function fees(setting: Setting): fc.Arbitrary<Happening> {
  return fc
    .record({
      provider: fc.constantFrom("Zorbl", "Quillnet", "Ümlaut Works"),
      product: fc.constantFrom("third-party-messaging", "third-party-voice"),
      amount: fc.constantFrom("0.0135", "0.5", "1.005", "12.34", "0"),
      currency: currencies,
      at: instants(setting),
      reference: fc.constant(null),
    })
    .map((data): Happening => ({ type: "dev.flexbill.fee", data }));
}

function seats(setting: Setting): fc.Arbitrary<Happening> {
  return fc
    .tuple(persons, stretches(setting))
    .map(([user, when]): Happening => ({ type: "dev.flexbill.seat", data: { user, ...when } }));
}

function pricesOf(setting: Setting): fc.Arbitrary<readonly PriceEntry[]> {
  const lists = goods.map(({ product, unit }) =>
    fc
      .tuple(dated(pricings(), setting, 2), fc.option(pricings(), { nil: undefined }))
      .map(([every, red]) => [
        ...every.map((pricing): PriceEntry => ({ product, unit, ...pricing })),
        ...(red === undefined ? [] : [{ product, unit, match: { colour: "red" }, ...red }]),
      ]),
  );
  return fc.tuple(...lists).map((each) => each.flat());
}

function contracts(setting: Setting): fc.Arbitrary<Contract> {
  const plan = fc.oneof(
    fc.constant([{ model: "user-plus-usage" as const, price: "0" }]),
    prices.map((price) => [{ model: "named-user" as const, price }]),
  );
  const adjustment = fc.record({
    corrects: fc.constant(null),
    amount: fc.constantFrom("-1.00", "0.505", "2.5", "0"),
    month: fc.constantFrom(setting.month, "2031-01"),
  });
  const percents = fc.constantFrom("0.1", "0.0825", "0");
  const taxes = fc
    .tuple(fc.subarray(["VAT", "sales"]), percents, percents)
    .map(([names, ...each]) => names.map((name, index) => ({ name, percent: each[index] ?? "0" })));
  return fc.record({
    account: fc.constant("customer-1"),
    currency: currencies,
    timeZone: fc.constant(setting.zone),
    plan,
    commitment: fc.constantFrom(null, { monthlyMinimum: "1000.00" }),
    tax: taxes,
    adjustments: fc.array(adjustment, { maxLength: 2 }),
  });
}

/**
 * Rating requests of quantities, tiers, seats and fees passed on, without a word of Flex, boundaries first; every
 * request carries its prices.
 *
 * @example
 * ```ts
 * fc.assert(fc.property(plainMonths(), (month) => myRater(month).charges.length >= 0));
 * ```
 */
export function plainMonths(): fc.Arbitrary<RatingRequest> {
  return settings.chain((setting) => {
    const happenings = fc.oneof(
      { weight: 5, arbitrary: usage(setting) },
      { weight: 2, arbitrary: fees(setting) },
      { weight: 2, arbitrary: seats(setting) },
    );
    const events = eventLists(setting, {
      happenings: happenings.map((one) => [one]),
      ...{ account: "customer-1", otherAccount: "customer-2", stranger: "person-z", most: 10 },
    });
    return fc.record({
      contract: contracts(setting),
      events,
      priceBook: pricesOf(setting),
      month: fc.constant(setting.month),
    });
  });
}
