import type { Charge, Invoice, Totals } from "@flexbill/charges";
import { assert, compare, parseMonth } from "@flexbill/kernel";
import { isStandard } from "@flexbill/products";
import { allowanceInForce } from "@flexbill/terms";
import { breakEvens } from "./break-even.ts";
import type { ComparedPlan, Comparison, Savings } from "./comparison.ts";
import { differenceOf, lineChanges } from "./line-changes.ts";
import { nothing, printSpan, type Span, sumsByCurrency } from "./span.ts";
import { losersOf, unseatedIn, userCosts } from "./user-costs.ts";
import type { Variant } from "./variant.ts";

/** Ratings of the same months; the others are compared with the first. At least one. */
export type Variants = readonly [Variant, ...Variant[]];

/**
 * Compares ratings of the same events under several contracts of one account: totals without other companies' fees,
 * which are the same under each; the difference from the first; users who pay more than they would elsewhere; the months
 * in which the cheapest plan changes. A line whose price is unknown alike in both has no difference.
 *
 * @throws an assertion where the variants are not of the same months
 * @example
 * ```ts
 * comparePlans([agreed, named], { seatSwap: null, forgottenLogout: null }).plans[1]?.difference["USD"];
 * // → { low: "-12.00", high: "30.00" }
 * ```
 */
export function comparePlans(variants: Variants, savings: Savings): Comparison {
  const [first] = variants;
  const months = first.invoices.map(({ month }) => month);
  assert(
    variants.every(
      ({ invoices }) => invoices.length === months.length && invoices.every(({ month }, at) => month === months[at]),
    ),
    "Plans are compared over the same months",
  );
  const losers = losersByPlan(variants);
  const cheapest = months.map((month, at) => ({ month, plan: cheapestOf(variants, at, first.contract.currency) }));
  return {
    schema: "flexbill.comparison/1",
    account: first.contract.account,
    currency: first.contract.currency,
    months,
    plans: variants.map((variant) => comparedPlan(variant, first, losers.get(variant.id) ?? [])),
    thirdParty: printed(sumsByCurrency(allCharges(first).filter(isThirdParty))),
    cheapest,
    crossovers: crossoversOf(cheapest),
    breakEven: breakEvens(variants, months),
    unseated: [...new Set(first.metered.flatMap(unseatedIn))].sort(),
    savings,
  };
}

const isThirdParty = ({ kind }: Charge): boolean => kind === "third-party";

const isTwilios = (charge: Charge): boolean => !isThirdParty(charge);

const allCharges = ({ invoices }: Variant): readonly Charge[] => invoices.flatMap(({ charges }) => charges);

const printed = (sums: ReadonlyMap<string, Span>): Totals =>
  Object.fromEntries([...sums].map(([currency, span]) => [currency, printSpan(span, currency)]));

function comparedPlan(variant: Variant, first: Variant, losers: ComparedPlan["losers"]): ComparedPlan {
  const { id, invoices } = variant;
  const changes = variant === first ? [] : lineChanges(first.invoices, invoices);
  const totals = printed(sumsByCurrency(allCharges(variant).filter(isTwilios)));
  return {
    id,
    models: [...new Set(invoices.map(({ plan }) => plan))],
    totals,
    difference: variant === first ? {} : { ...unchanged(Object.keys(totals)), ...differenceOf(changes) },
    unknownLimits: printed(sumsByCurrency(invoices.flatMap((invoice) => unknownLimitLines(variant, invoice)))),
    months: invoices.map((invoice) => ({ month: invoice.month, totals: monthTotals(invoice) })),
    losers,
    changes,
    errors: [
      ...new Set(
        invoices.flatMap(({ issues }) => issues).flatMap(({ severity, code }) => (severity === "error" ? [code] : [])),
      ),
    ],
  };
}

/** A currency in which no line differs has a difference too: none. */
const unchanged = (currencies: readonly string[]): ComparedPlan["difference"] =>
  printed(new Map(currencies.map((currency) => [currency, nothing])));

const monthTotals = ({ charges }: Invoice): Totals => printed(sumsByCurrency(charges.filter(isTwilios)));

function unknownLimitLines({ contract }: Variant, { charges, month }: Invoice): readonly Charge[] {
  const parsed = parseMonth(month);
  return charges.filter(
    ({ kind, product }) =>
      kind === "overage" &&
      isStandard(product) &&
      parsed.ok &&
      allowanceInForce(contract, product, parsed.value) === undefined,
  );
}

/** Users are compared where every plan's fee is in the contract's currency; `changed` may have a plan of any model. */
function losersByPlan(variants: Variants): ReadonlyMap<string, ComparedPlan["losers"]> {
  const { currency } = variants[0].contract;
  const foreign = variants.some(({ invoices }) =>
    invoices.some(({ charges }) => charges.some((charge) => charge.kind === "license" && charge.currency !== currency)),
  );
  const unplanned = variants.filter(({ invoices }) => invoices.every(({ plan }) => plan !== null));
  if (foreign || unplanned.length < 2) return new Map();
  const costs = new Map(unplanned.map((variant) => [variant.id, userCosts(variant, currency)]));
  return new Map(unplanned.map(({ id }) => [id, losersOf(id, costs, currency)]));
}

function cheapestOf(variants: Variants, at: number, currency: string): string | null {
  const spans = variants
    .filter(({ invoices }) => invoices[at]?.plan !== null)
    .map(({ id, invoices }) => {
      const sums = sumsByCurrency((invoices[at]?.charges ?? []).filter(isTwilios));
      return { id, sums, span: sums.get(currency) ?? nothing };
    });
  if (spans.some(({ sums }) => [...sums.keys()].some((other) => other !== currency))) return null;
  const best = spans.find(
    ({ id, span: { high } }) =>
      high !== null && spans.every((other) => other.id === id || compare(high, other.span.low) < 0),
  );
  return best?.id ?? null;
}

function crossoversOf(cheapest: Comparison["cheapest"]): Comparison["crossovers"] {
  const certain = cheapest.flatMap(({ month, plan }) => (plan === null ? [] : [{ month, plan }]));
  return certain.flatMap(({ month, plan }, at) => {
    const before = certain[at - 1]?.plan;
    return before === undefined || before === plan ? [] : [{ month, from: before, to: plan }];
  });
}
