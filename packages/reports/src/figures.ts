import type { Amount, Charge } from "@flexbill/charges";
import { add, decimal, formatDecimal, parseDecimal } from "@flexbill/kernel";

/**
 * A decimal text with its thousands apart.
 *
 * @example
 * ```ts
 * grouped("-1234567.50"); // → "-1,234,567.50"
 * ```
 */
export function grouped(text: string): string {
  const [whole = "", part] = text.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? apart : `${apart}.${part}`;
}

/** A difference with its sign and its thousands apart; zero has no sign. */
export function signed(text: string): string {
  return text.startsWith("-") || !/[1-9]/.test(text) ? grouped(text) : `+${grouped(text)}`;
}

/** The range of an amount, or its one value; `unbounded` stands for a missing upper end. */
export function range({ low, high }: Amount, unbounded: string): string {
  if (high === low) return grouped(low);
  return `${grouped(low)} – ${high === null ? unbounded : grouped(high)}`;
}

function plus(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  if (!left.ok || !right.ok) return null;
  const places = Math.max(placesOf(a), placesOf(b));
  return formatDecimal(add(left.value, right.value), { places });
}

const placesOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** The exact sums of some charges, by currency in order of first sight. */
export function sumsOf(charges: readonly Charge[]): ReadonlyMap<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const { currency, amount } of charges) {
    const { low, high } = sums.get(currency) ?? { low: formatDecimal(decimal(0)), high: formatDecimal(decimal(0)) };
    sums.set(currency, { low: plus(low, amount.low) ?? low, high: plus(high, amount.high) });
  }
  return sums;
}
