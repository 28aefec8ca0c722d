import table from "../data/iso-4217.json" with { type: "json" };
import { assert } from "./assert.ts";
import { type Decimal, formatDecimal } from "./decimal.ts";
import type { Exact } from "./exact.ts";
import { type RoundingMode, round } from "./rounding.ts";

const digits: ReadonlyMap<string, number> = new Map(Object.entries(table.minorUnits));

/**
 * The decimals of a currency's smallest unit (ISO 4217), or undefined for what is no active currency. Codes without a
 * minor unit (metals, test codes) are none here.
 *
 * @example
 * ```ts
 * minorUnits("USD"); // → 2
 * minorUnits("JPY"); // → 0
 * minorUnits("usd"); // → undefined
 * ```
 */
export function minorUnits(currency: string): number | undefined {
  return digits.get(currency);
}

/**
 * True for an active ISO 4217 code, in capitals.
 *
 * @example
 * ```ts
 * isCurrency("EUR"); // → true
 * isCurrency("DEM"); // → false
 * ```
 */
export function isCurrency(text: string): boolean {
  return digits.has(text);
}

/** The currency asked for last: amounts come in long rows of one currency. */
let recent: { readonly currency: string; readonly places: number } | undefined;

function placesOf(currency: string): number {
  if (recent?.currency === currency) return recent.places;
  const places = minorUnits(currency);
  assert(places !== undefined, `Not a currency: "${currency}"`);
  recent = { currency, places };
  return places;
}

/**
 * x rounded to the currency's smallest unit.
 *
 * @throws an assertion where the currency is none
 * @example
 * ```ts
 * formatDecimal(roundToMinor(decimal("1.005"), "USD", "half-up")); // → "1.01"
 * ```
 */
export function roundToMinor(x: Exact, currency: string, mode: RoundingMode): Decimal {
  return round(x, placesOf(currency), mode);
}

/**
 * The amount in plain digits, padded to the currency's smallest unit; it pads and never cuts.
 *
 * @throws an assertion where the currency is none
 * @example
 * ```ts
 * formatAmount(decimal("1234.5"), "USD"); // → "1234.50"
 * formatAmount(decimal("1234"), "JPY"); // → "1234"
 * ```
 */
export function formatAmount(x: Decimal, currency: string): string {
  return formatDecimal(x, { places: placesOf(currency) });
}
