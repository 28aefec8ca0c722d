import { compareText, type Decimal, formatAmount, sum } from "@flexbill/kernel";
import type { Amount, Totals } from "./invoice.ts";
import type { Line } from "./line.ts";

/** Plain sums of the printed lines, a currency at a time, never converted. One unknown end makes its total unknown. */
export function totalsOf(lines: readonly Line[]): Totals {
  const currencies = [...Map.groupBy(lines, (line) => line.currency)].sort(([one], [other]) => compareText(one, other));
  return Object.fromEntries(currencies.map(([currency, own]) => [currency, totalOf(currency, own)]));
}

function totalOf(currency: string, lines: readonly Line[]): Amount {
  const highs = lines.flatMap((line) => (line.high === null ? [] : [line.high]));
  const print = (amounts: readonly Decimal[]) => formatAmount(sum(amounts) as Decimal, currency);
  return { low: print(lines.map((line) => line.low)), high: highs.length < lines.length ? null : print(highs) };
}
