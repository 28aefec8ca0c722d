import { type Charge, type Invoice, rate } from "@flexbill/charges";
import {
  add,
  assert,
  calendar,
  type Decimal,
  decimal,
  earlier,
  formatAmount,
  type Instant,
  type Month,
  zero,
} from "@flexbill/kernel";
import type { Account } from "./account.ts";
import { openGrowingMonth } from "./growing-month.ts";
import { ratingIn } from "./true-terms.ts";

/**
 * The invoice that Twilio would send for a month, by what is known at an instant: under the world's own terms, and every
 * line settled, so that its lower and its upper end are one.
 */
export function trueInvoice(account: Account, month: Month, asOf: Instant): Invoice {
  const rating = ratingIn(account.terms, month);
  const { end } = calendar(rating.contract.timeZone).period(month);
  const metered = openGrowingMonth(rating.contract, month, account.log).upTo(earlier(asOf, end));
  const rated = rate(metered, { ...rating, asOf });
  assert(rated.ok, `the month ${month} of ${account.sid} cannot be rated`);
  const charges = rated.value.charges.map(settled);
  return { ...rated.value, charges, totals: totalsOf(charges) };
}

function settled(charge: Charge): Charge {
  const amount = charge.amount.high ?? charge.amount.low;
  return { ...charge, amount: { low: amount, high: amount } };
}

function totalsOf(charges: readonly Charge[]): Invoice["totals"] {
  const sums = new Map<string, Decimal>();
  for (const { currency, amount } of charges) sums.set(currency, add(sums.get(currency) ?? zero, decimal(amount.low)));
  return Object.fromEntries(
    [...sums].map(([currency, sum]) => {
      const text = formatAmount(sum, currency);
      return [currency, { low: text, high: text }];
    }),
  );
}
