import type { Charge, Invoice, Step } from "@flexbill/charges";
import {
  add,
  allocate,
  assert,
  type Decimal,
  divide,
  type Exact,
  isDecimal,
  isZero,
  multiply,
  parseExact,
  round,
  sum,
  zero,
} from "@flexbill/kernel";
import { categoryOf } from "@flexbill/twilio";
import type { UsageRow } from "@flexbill/usage";

/** The part of a charge that shows in one usage category; null: it shows in `totalprice` alone. */
export interface ChargePart {
  readonly category: string | null;
  readonly currency: string;
  readonly amount: Decimal;
}

/** Places kept of an amount whose decimals do not end, such as a third of an hour's price. */
const placesOfEndless = 18;

/**
 * Where the money of a charge shows. The parts add up to the charge's exact amount before it was rounded.
 * A charge whose rows belong to several categories is shared by quantity.
 */
export function partsOf(charge: Charge, invoice: Invoice, rows: readonly UsageRow[]): readonly ChargePart[] {
  const weights = weightsOf(charge, invoice, rows);
  const amounts = share(settledAmount(charge), [...weights.values()]);
  return [...weights.keys()].map((category, index) => ({
    category,
    currency: charge.currency,
    amount: amounts[index] ?? zero,
  }));
}

/** What Twilio settles on, exactly: the upper end where one is known, else what is certain. */
export function settledAmount(charge: Charge): Exact {
  const printed = stepNamed(charge, charge.amount.high === null ? "low" : "high");
  const source = printed.of?.[0];
  return readExact(source === undefined ? printed.value : stepNamed(charge, source).value);
}

function weightsOf(charge: Charge, invoice: Invoice, rows: readonly UsageRow[]): ReadonlyMap<string | null, Exact> {
  const weights = new Map<string | null, Exact>();
  for (const row of rows) {
    if (row.product !== charge.product || lineOf(row, charge, invoice) !== charge) continue;
    const category = categoryOf({ kind: charge.kind, product: row.product, dimensions: row.dimensions });
    weights.set(category, add(weights.get(category) ?? zero, row.quantity));
  }
  if (weights.size > 0) return weights;
  return new Map([[categoryOf({ kind: charge.kind, product: charge.product, dimensions: {} }), zero]]);
}

/** Of the lines of one kind and product, the one whose rate names most of the row's dimensions. */
function lineOf(row: UsageRow, like: Charge, invoice: Invoice): Charge | undefined {
  const values = new Set(Object.values(row.dimensions));
  const fitting = invoice.charges
    .filter(
      ({ kind, product, currency }) => kind === like.kind && product === like.product && currency === like.currency,
    )
    .filter((line) => namedBy(line).every((part) => values.has(part)))
    .sort((left, right) => namedBy(right).length - namedBy(left).length);
  return fitting[0] ?? like;
}

function namedBy({ rate }: Charge): readonly string[] {
  return rate === "" || rate === "unattributed" ? [] : rate.split("/");
}

function share(amount: Exact, weights: readonly Exact[]): readonly Decimal[] {
  const whole = sum(weights);
  if (weights.length === 1 || isZero(whole)) return [endingOf(amount), ...weights.slice(1).map(() => zero)];
  const exact = weights.map((weight) => divide(multiply(amount, weight), whole));
  if (exact.every(isDecimal)) return exact;
  return allocate(endingOf(amount), weights, placesOfEndless);
}

function endingOf(value: Exact): Decimal {
  return isDecimal(value) ? value : round(value, placesOfEndless, "half-up");
}

function stepNamed(charge: Charge, name: string): Step {
  const step = charge.derivation.find((each) => each.name === name);
  assert(step !== undefined, `the derivation of ${charge.id} has no step ${name}`);
  return step;
}

/** Reads an exact value that an invoice holds. */
export function readExact(text: string): Exact {
  const parsed = parseExact(text);
  assert(parsed.ok, `a derivation holds ${text}, which is not exact`);
  return parsed.value;
}
