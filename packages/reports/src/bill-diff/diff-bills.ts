import type { Amount, Charge, Invoice } from "@flexbill/charges";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  type Exact,
  formatAmount,
  isZero,
  roundToMinor,
  subtract,
  zero,
} from "@flexbill/kernel";
import {
  type BillDiff,
  type BillName,
  type Cause,
  causes,
  type EndsChange,
  type LineSplit,
  type SplitChange,
} from "./bill-diff.ts";
import { groupLines, type LineGroup } from "./group.ts";
import { type Bills, type Parts, splitGroup, total } from "./split-group.ts";

/**
 * Splits the change between two bills of one account into price, quantity, users, mix, allowance, plan, new and gone
 * lines, and what follows from those (tax, support plan, minimum). At each end of the ranges the parts add up to the
 * difference to the last unit of the currency; the lower ends and the upper ends are looked at apart.
 *
 * @example
 * ```ts
 * diffBills(april, may).totals["USD"]?.parts.users; // → { low: "12.00", high: "12.00" }
 * ```
 */
export function diffBills(before: Invoice, now: Invoice): BillDiff {
  const lines = groupLines(before, now)
    .map((group) => lineSplit(group, { before, now }))
    .filter(
      ({ difference, parts, before: old, now: young }) =>
        !isStill(difference) || Object.keys(parts).length > 0 || old?.high !== young?.high,
    )
    .sort(byWeight);
  const currencies = [...new Set([before, now].flatMap(({ totals }) => Object.keys(totals)))].sort();
  return {
    schema: "flexbill.bill-diff/1",
    before: nameOf(before),
    now: nameOf(now),
    totals: Object.fromEntries(currencies.map((currency) => [currency, totalOf(currency, lines, before, now)])),
    lines,
  };
}

const nameOf = ({ account, month, plan }: Invoice): BillName => ({ account, month, plan });

function lineSplit(group: LineGroup, bills: Bills): LineSplit {
  const { kind, product, currency } = group.any;
  const [before, now] = [amountOf(group.before, currency), amountOf(group.now, currency)];
  const low = printParts(splitGroup(group, bills, "low"), currency);
  const isOpen = before?.high === null || now?.high === null;
  const high = isOpen ? undefined : printParts(splitGroup(group, bills, "high"), currency);
  const clauses = [...new Set([...group.before, ...group.now].flatMap((charge) => charge.clauses))].sort();
  return {
    kind,
    product,
    currency,
    clauses,
    before,
    now,
    difference: differenceOf(before, now, currency),
    parts: joined(low, high, currency),
  };
}

function amountOf(charges: readonly Charge[], currency: string): Amount | null {
  if (charges.length === 0) return null;
  const isOpen = charges.some(({ amount }) => amount.high === null);
  const print = (end: "low" | "high") => formatAmount(total(charges, end), currency);
  return { low: print("low"), high: isOpen ? null : print("high") };
}

function differenceOf(before: Amount | null, now: Amount | null, currency: string): EndsChange {
  const of = (amount: Amount | null) => amount ?? { low: "0", high: "0" };
  const [old, young] = [of(before), of(now)];
  const print = (one: string, other: string) => formatAmount(subtract(decimal(one), decimal(other)), currency);
  const high = young.high === null || old.high === null ? null : print(young.high, old.high);
  return { low: print(young.low, old.low), high };
}

/** Rounds the running sum, cause after cause, so that the printed parts add up to what the exact ones do. */
function printParts(parts: Parts, currency: string): ReadonlyMap<Cause, Decimal> {
  const printed = new Map<Cause, Decimal>();
  let [run, told]: [Exact, Decimal] = [zero, zero];
  for (const cause of causes) {
    run = add(run, parts.get(cause) ?? zero);
    const rounded = roundToMinor(run, currency, "half-up");
    const part = subtract(rounded, told);
    if (!isZero(part)) printed.set(cause, part);
    told = rounded;
  }
  return printed;
}

function joined(
  low: ReadonlyMap<Cause, Decimal>,
  high: ReadonlyMap<Cause, Decimal> | undefined,
  currency: string,
): SplitChange["parts"] {
  const told = causes.filter((cause) => low.has(cause) || high?.has(cause) === true);
  const print = (parts: ReadonlyMap<Cause, Decimal>, cause: Cause) => formatAmount(parts.get(cause) ?? zero, currency);
  return Object.fromEntries(
    told.map((cause) => [cause, { low: print(low, cause), high: high === undefined ? null : print(high, cause) }]),
  );
}

function totalOf(currency: string, lines: readonly LineSplit[], before: Invoice, now: Invoice): SplitChange {
  const [old, young] = [before.totals[currency] ?? null, now.totals[currency] ?? null];
  const difference = differenceOf(old, young, currency);
  const own = lines.filter((line) => line.currency === currency);
  const parts = causes.flatMap((cause) => {
    const found = own.flatMap((line) => line.parts[cause] ?? []);
    if (found.length === 0) return [];
    const low = formatAmount(
      found.reduce((sum, part) => add(sum, decimal(part.low)), zero),
      currency,
    );
    const highs = found.map(({ high }) => high);
    const high =
      difference.high === null
        ? null
        : formatAmount(
            highs.reduce((sum, part) => add(sum, decimal(part ?? "0")), zero),
            currency,
          );
    return isStill({ low, high }) ? [] : [[cause, { low, high }] as const];
  });
  return { before: old, now: young, difference, parts: Object.fromEntries(parts) };
}

const isStill = ({ low, high }: EndsChange): boolean =>
  isZero(decimal(low)) && (high === null || isZero(decimal(high)));

function byWeight(a: LineSplit, b: LineSplit): number {
  return (
    compare(weight(b.difference), weight(a.difference)) ||
    (`${a.kind} ${a.product}` < `${b.kind} ${b.product}` ? -1 : 1)
  );
}

function weight({ low, high }: EndsChange): Decimal {
  const [one, other] = [absolute(decimal(low)), absolute(decimal(high ?? "0"))];
  return compare(one, other) > 0 ? one : other;
}

/**
 * Whether a bill changed by more than an amount, at either end, in any currency. An upper end that was known on one bill
 * alone is above every threshold; one that is known on neither is not looked at.
 *
 * @example
 * ```ts
 * isAbove(diffBills(april, may), decimal("100"));
 * ```
 */
export function isAbove({ totals }: BillDiff, threshold: Decimal): boolean {
  return Object.values(totals).some(({ before, now, difference: { low, high } }) => {
    const opened = (before?.high === null) !== (now?.high === null);
    return opened || [low, high].some((end) => end !== null && compare(absolute(decimal(end)), threshold) > 0);
  });
}
