import type { Amount, Charge } from "@flexbill/charges";
import { add, type Decimal, decimal, formatAmount, subtract, zero } from "@flexbill/kernel";

/** A range of money while it is computed with; no `high` means that no upper end is known. */
export interface Span {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

export const nothing: Span = { low: zero, high: zero };

/** The range of a printed amount. */
export const spanOf = ({ low, high }: Amount): Span => ({
  low: decimal(low),
  high: high === null ? null : decimal(high),
});

/** The range of a sum. */
export const plus = (a: Span, b: Span): Span => ({
  low: add(a.low, b.low),
  high: a.high === null || b.high === null ? null : add(a.high, b.high),
});

/** A difference of two ranges that may end anywhere on their own; null where an end is not known. */
export interface Change {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** The range of `now` − `before`, whatever each of them comes to. */
export const minus = (now: Span, before: Span): Change => ({
  low: before.high === null ? null : subtract(now.low, before.high),
  high: now.high === null ? null : subtract(now.high, before.low),
});

/** The range of a sum of differences. */
export const plusChange = (a: Change, b: Change): Change => ({
  low: a.low === null || b.low === null ? null : add(a.low, b.low),
  high: a.high === null || b.high === null ? null : add(a.high, b.high),
});

/** A range with the digits of its currency. */
export const printSpan = ({ low, high }: Span, currency: string): Amount => ({
  low: formatAmount(low, currency),
  high: high === null ? null : formatAmount(high, currency),
});

/** The sums of some charges by currency, in the order of the currencies' names. */
export function sumsByCurrency(charges: Iterable<Charge>): ReadonlyMap<string, Span> {
  const sums = new Map<string, Span>();
  for (const { currency, amount } of charges) sums.set(currency, plus(sums.get(currency) ?? nothing, spanOf(amount)));
  return new Map([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}
