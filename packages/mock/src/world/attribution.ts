import type { Charge, Invoice, Step } from "@flexbill/charges";
import {
  add,
  allocate,
  assert,
  type Decimal,
  divide,
  type Exact,
  isDecimal,
  isPositive,
  isZero,
  max,
  multiply,
  parseExact,
  round,
  subtract,
  sum,
  zero,
} from "@flexbill/kernel";
import { categoryOf } from "@flexbill/twilio";
import type { UsageRow } from "@flexbill/usage";
import type { Directed } from "./inbound.ts";

/** What one line has come to so far: its exact amount before it is rounded, and what was used under each leaf. */
export interface LineSoFar {
  /** The charge's id and currency: a line is known by both. */
  readonly line: string;
  readonly currency: string;
  readonly amount: Decimal;
  /** Quantities by leaf category; under `uncategorised` what shows in `totalprice` alone. */
  readonly weights: ReadonlyMap<string, Exact>;
}

/** What a stretch of time added to a line in one leaf. */
export interface LinePart {
  readonly line: string;
  readonly category: string;
  readonly currency: string;
  readonly amount: Decimal;
}

/** The place of money that is in no category; it has no usage and shows in `totalprice` alone. */
export const uncategorised = "";

/** Places kept of an amount whose decimals do not end, such as a third of an hour's price. */
const placesOfEndless = 18;

/** The lines of an invoice as far as it has come; `parts` are its rows, told apart by direction. */
export function linesOf(
  charges: readonly Charge[],
  invoice: Invoice,
  parts: readonly Directed[],
): readonly LineSoFar[] {
  const byProduct = Map.groupBy(parts, ({ row }) => row.product);
  const alike = Map.groupBy(invoice.charges, likeness);
  return charges.map((charge) => ({
    line: `${charge.id} ${charge.currency}`,
    currency: charge.currency,
    amount: endingOf(settledAmount(charge)),
    weights: weightsOf(charge, alike.get(likeness(charge)) ?? [], byProduct.get(charge.product) ?? []),
  }));
}

/** Lines of one kind, product and currency differ in their rate alone. */
function likeness({ kind, product, currency }: Charge): string {
  return `${kind} ${product} ${currency}`;
}

/** What Twilio settles on, exactly: the upper end where one is known, else what is certain. */
export function settledAmount(charge: Charge): Exact {
  const printed = stepNamed(charge, charge.amount.high === null ? "low" : "high");
  const source = printed.of?.[0];
  return readExact(source === undefined ? printed.value : stepNamed(charge, source).value);
}

/**
 * What a stretch added to each line, leaf by leaf: what a line gained goes to the leaves that were used in the stretch,
 * by quantity. So days use an allowance up in the order of time, and the parts of all days add up to the line.
 */
export function partsGained(before: readonly LineSoFar[], after: readonly LineSoFar[]): readonly LinePart[] {
  const known = new Map(before.map((each) => [each.line, each]));
  const gone = before.filter(({ line }) => !after.some((each) => each.line === line));
  return [...after, ...gone.map((each) => ({ ...each, amount: zero }))].flatMap((now) => {
    const then = known.get(now.line);
    const amount = then === undefined ? now.amount : subtract(now.amount, then.amount);
    if (isZero(amount) && then !== undefined) return [];
    const weights = usedBetween(then?.weights, now.weights);
    const amounts = share(amount, [...weights.values()]);
    return [...weights.keys()].map((category, index) => ({
      line: now.line,
      category,
      currency: now.currency,
      amount: amounts[index] ?? zero,
    }));
  });
}

/** The quantities that came since; where none did, all there are. */
function usedBetween(
  before: LineSoFar["weights"] | undefined,
  after: LineSoFar["weights"],
): ReadonlyMap<string, Exact> {
  const since = [...after].map(
    ([category, quantity]) => [category, max(zero, subtract(quantity, before?.get(category) ?? zero))] as const,
  );
  const used = since.filter(([, quantity]) => isPositive(quantity));
  return used.length > 0 ? new Map(used) : after;
}

function weightsOf(charge: Charge, alike: readonly Charge[], parts: readonly Directed[]): ReadonlyMap<string, Exact> {
  const weights = new Map<string, Exact>();
  for (const { row, dimensions, quantity } of parts) {
    if (alike.length > 1 && lineOf(row, alike) !== charge) continue;
    const category = categoryOf({ kind: charge.kind, product: row.product, dimensions }) ?? uncategorised;
    weights.set(category, add(weights.get(category) ?? zero, quantity));
  }
  if (weights.size > 0) return weights;
  return new Map([[categoryOf({ kind: charge.kind, product: charge.product, dimensions: {} }) ?? uncategorised, zero]]);
}

/** Of lines that are alike, the one whose rate names most of the row's dimensions; the first where none names any. */
function lineOf(row: UsageRow, alike: readonly Charge[]): Charge | undefined {
  const values = new Set(Object.values(row.dimensions));
  let [best] = alike;
  let most = -1;
  for (const line of alike) {
    const named = namedBy(line);
    if (named.length <= most || !named.every((part) => values.has(part))) continue;
    [best, most] = [line, named.length];
  }
  return best;
}

function namedBy({ rate }: Charge): readonly string[] {
  return rate === "" || rate === "unattributed" ? [] : rate.split("/");
}

function share(amount: Decimal, weights: readonly Exact[]): readonly Decimal[] {
  const whole = sum(weights);
  if (weights.length === 1 || isZero(whole)) return [amount, ...weights.slice(1).map(() => zero)];
  const exact = weights.map((weight) => divide(multiply(amount, weight), whole));
  if (exact.every(isDecimal)) return exact;
  return allocate(amount, weights, placesOfEndless);
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
