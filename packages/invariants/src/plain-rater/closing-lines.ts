import type { Adjustment, Tax } from "../request.ts";
import { daysIn, lastDayOf } from "./calendar.ts";
import { type Kind, type Line, sumOf } from "./charge-lines.ts";
import { fraction, greatest, isPositive, minus, readDecimal, single, times, total } from "./fraction.ts";
import { inForce, type MonthContext } from "./month-context.ts";

type Known = Pick<Line, "low" | "high">;

function monthly(kind: Kind, product: string, rate: string, currency: string, { low, high }: Known): Line {
  return { kind, product, rate, currency, quantity: single, unit: "month", low, high };
}

function onTwilioSide(above: readonly Line[], { contract }: MonthContext): readonly Line[] {
  return above.filter(({ kind, currency }) => kind !== "third-party" && currency === contract.currency);
}

/** The minimum less what is printed above: the highs and, where one is null, its low. */
export function commitmentLines(above: readonly Line[], context: MonthContext): readonly Line[] {
  const { commitment, currency } = context.contract;
  if (!commitment) return [];
  const reached = total(onTwilioSide(above, context).map(({ low, high }) => high ?? low));
  const missing = minus(readDecimal(commitment.monthlyMinimum), reached);
  if (!isPositive(missing)) return [];
  return [monthly("commitment", "monthly-minimum", "", currency, { low: missing, high: missing })];
}

/** max(percent × base, minimum) × the days of the month from `from` on ÷ the days of the month. */
export function supportLines(above: readonly Line[], context: MonthContext): readonly Line[] {
  const { contract, month } = context;
  const { support } = contract;
  if (!support || (support.from ?? "") > lastDayOf(month)) return [];
  const begins = (support.from ?? "") <= context.firstDay ? 1 : Number((support.from ?? "").slice(8));
  const share = fraction(BigInt(daysIn(month) - begins + 1), BigInt(daysIn(month)));
  const cost = (base: Line["low"]) =>
    times(greatest(times(readDecimal(support.percent), base), readDecimal(support.minimum ?? "0")), share);
  const base = sumOf(onTwilioSide(above, context));
  const ends = { low: cost(base.low), high: base.high === null ? null : cost(base.high) };
  return [monthly("support", "support-plan", support.plan, contract.currency, ends)];
}

/** Those of this month, as given; `corrects` is the rate. */
export function adjustmentLines({ contract, month }: MonthContext): readonly Line[] {
  return (contract.adjustments ?? [])
    .filter((adjustment) => adjustment.month === month)
    .map(({ corrects, amount, currency }) => ({
      kind: "adjustment",
      product: "adjustment",
      rate: corrects ?? "",
      currency: currency ?? contract.currency,
      quantity: single,
      unit: "adjustment",
      low: readDecimal(amount),
      high: readDecimal(amount),
    }));
}

/** For each name in force and each currency of the lines that it covers. */
export function taxLines(above: readonly Line[], { contract, firstDay }: MonthContext): readonly Line[] {
  const all = contract.tax ?? [];
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const ofName = all.filter((tax) => tax.name === name);
    const tax = inForce(ofName, firstDay);
    return tax ? linesOfTax(tax, above) : [];
  });
}

function linesOfTax(tax: Tax, above: readonly Line[]): readonly Line[] {
  const covered = above.filter((line) => covers(tax.on ?? "all", line));
  const percent = readDecimal(tax.percent);
  return [...new Set(covered.map(({ currency }) => currency))].map((currency) => {
    const { low, high } = sumOf(covered.filter((line) => line.currency === currency));
    const ends = { low: times(percent, low), high: high === null ? null : times(percent, high) };
    return monthly("tax", "tax", tax.name, currency, ends);
  });
}

/** An adjustment of a `third-party` charge is taxed as such, one of a `tax` charge not at all. */
function covers(on: NonNullable<Tax["on"]>, { kind, rate }: Line): boolean {
  const taxedAs = kind === "adjustment" ? correctedKind(rate) : kind;
  if (taxedAs === "tax") return false;
  return on === "all" || (on === "third-party") === (taxedAs === "third-party");
}

function correctedKind(corrects: NonNullable<Adjustment["corrects"]>): string {
  return corrects.replace(/^\d{4}-\d\d\//, "").split("/")[0] ?? "";
}
