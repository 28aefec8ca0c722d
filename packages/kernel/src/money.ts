import { add, negate } from "./arithmetic.ts";
import { assert } from "./assert.ts";
import { formatAmount, isCurrency, roundToMinor } from "./currency.ts";
import type { Decimal } from "./decimal.ts";
import type { Exact } from "./exact.ts";
import { compare } from "./order.ts";
import type { RoundingMode } from "./rounding.ts";

/** An exact amount in one currency (ISO 4217). Amounts of two currencies neither compile together nor run. */
export interface Money<Currency extends string = string> {
  readonly currency: Currency;
  readonly amount: Decimal;
}

/**
 * An amount in a currency.
 *
 * @throws an assertion where the currency is none
 * @example
 * ```ts
 * formatMoney(money(decimal("12.5"), "EUR")); // → "12.50"
 * ```
 */
export function money<const Currency extends string>(amount: Decimal, currency: Currency): Money<Currency> {
  assert(isCurrency(currency), `Not a currency: "${currency}"`);
  return { currency, amount };
}

function assertSame(a: Money, b: Money): void {
  assert(a.currency === b.currency, "Two currencies are never mixed");
}

/**
 * a + b of one currency.
 *
 * @throws an assertion where the currencies differ
 * @example
 * ```ts
 * formatMoney(addMoney(money(decimal("0.1"), "USD"), money(decimal("0.2"), "USD"))); // → "0.30"
 * ```
 */
export function addMoney<Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): Money<Currency> {
  assertSame(a, b);
  return { currency: a.currency, amount: add(a.amount, b.amount) };
}

/**
 * −m.
 *
 * @example
 * ```ts
 * formatMoney(negateMoney(money(decimal(3), "USD"))); // → "-3.00"
 * ```
 */
export function negateMoney<Currency extends string>(m: Money<Currency>): Money<Currency> {
  return { currency: m.currency, amount: negate(m.amount) };
}

/**
 * a − b of one currency.
 *
 * @throws an assertion where the currencies differ
 * @example
 * ```ts
 * formatMoney(subtractMoney(money(decimal(3), "JPY"), money(decimal(5), "JPY"))); // → "-2"
 * ```
 */
export function subtractMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  return addMoney(a, negateMoney(b));
}

/**
 * −1, 0 or 1, as a is less than, equal to or more than b of the same currency.
 *
 * @throws an assertion where the currencies differ
 * @example
 * ```ts
 * compareMoney(money(decimal(1), "USD"), money(decimal(2), "USD")); // → -1
 * ```
 */
export function compareMoney<Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): -1 | 0 | 1 {
  assertSame(a, b);
  return compare(a.amount, b.amount);
}

/**
 * An exact value as money, rounded once to the currency's smallest unit.
 *
 * @throws an assertion where the currency is none
 * @example
 * ```ts
 * formatMoney(roundMoney(fraction(2, 3), "USD", "half-up")); // → "0.67"
 * ```
 */
export function roundMoney<const Currency extends string>(
  exact: Exact,
  currency: Currency,
  mode: RoundingMode,
): Money<Currency> {
  return { currency, amount: roundToMinor(exact, currency, mode) };
}

/**
 * The amount in plain digits, padded to the smallest unit, without the currency.
 *
 * @example
 * ```ts
 * formatMoney(money(decimal("1234.5"), "USD")); // → "1234.50"
 * ```
 */
export function formatMoney(m: Money): string {
  return formatAmount(m.amount, m.currency);
}
