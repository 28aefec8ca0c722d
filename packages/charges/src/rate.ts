import { calendar, fail, formatInstant, type Instant, isBefore, ok, type Result } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { Metered } from "@flexbill/usage";
import { chargeOf } from "./charge.ts";
import type { Invoice } from "./invoice.ts";
import { invoiceAssumptions } from "./invoice-assumptions.ts";
import { earliestEdition, invoiceIssues, uniqueIssues } from "./invoice-issues.ts";
import { compareLines } from "./line.ts";
import { matteringKeys } from "./mattering.ts";
import { groupLines, lineGroups, withDependentLines } from "./month-lines.ts";
import { type RatedMonth, ratedMonth, ratingUnder } from "./rated-month.ts";
import { totalsOf } from "./totals.ts";

/** What a month is rated by. `asOf` decides the status: before the period's end the month is open. */
export interface RateOptions {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  readonly asOf?: Instant;
}

/**
 * Rates a metered month: usage rows to charges, totals, assumptions and issues. Pure: the same rows, contract, book and
 * as-of instant give the same bytes. Fails, with every contradiction, where rows meet two prices that fit equally well.
 * Amounts are decimal strings of the currency's minor unit (formats.md section 4).
 *
 * @example
 * ```ts
 * const result = rate(meter(events, { contract, month }), { contract, priceBook });
 * if (result.ok) console.log(result.value.totals["USD"]?.high);
 * ```
 */
export function rate(metered: Metered, options: RateOptions): Result<Invoice> {
  const month = ratedMonth(metered, options.contract, options.priceBook);
  const rating = ratingUnder(month, options.contract.assumptions);
  const groups = lineGroups(month).map((group) => ({ group, lines: groupLines(group, rating) }));
  const lines = withDependentLines(
    rating,
    groups.flatMap((rated) => rated.lines),
  );
  if (rating.troubles.length > 0) return fail(uniqueIssues(rating.troubles));
  const keys = matteringKeys(rating, groups, lines);
  const sorted = lines.toSorted(compareLines);
  return ok({
    ...headOf(month, options.asOf),
    charges: sorted.map((line) => chargeOf(line, keys.get(line) ?? [])),
    totals: totalsOf(sorted),
    assumptions: invoiceAssumptions(rating, sorted, keys.values()),
    issues: invoiceIssues(rating, sorted),
  });
}

type Head = Omit<Invoice, "charges" | "totals" | "assumptions" | "issues">;

function headOf({ metered, contract, month, plan }: RatedMonth, asOf: Instant | undefined): Head {
  const period = calendar(contract.timeZone).period(month);
  return {
    schema: "flexbill.invoice/1",
    account: metered.account,
    month,
    timeZone: contract.timeZone,
    period: { start: formatInstant(period.start), end: formatInstant(period.end) },
    terms: earliestEdition,
    plan: plan?.model ?? null,
    ...(asOf === undefined
      ? {}
      : { asOf: formatInstant(asOf), status: isBefore(asOf, period.end) ? "open" : "settling" }),
  };
}
