import fc from "fast-check";
import type { RatingRequest } from "../request.ts";
import { account, contracts } from "./contract.ts";
import { eventLists } from "./event-lists.ts";
import { happenings, otherAccount } from "./events.ts";
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
        events: eventLists(setting, told(setting)),
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

const told = (setting: Setting) => ({
  happenings: happenings(setting),
  account,
  otherAccount,
  stranger: "WK0000000000000000000000000000000f",
});
