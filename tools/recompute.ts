/**
 * Computes each charge of an invoice again from its derivation alone, with fractions of its own, and says where a step
 * or a printed amount does not follow: `node tools/recompute.ts INVOICE.json` (`-` = stdin). It shares no code with the
 * packages on purpose: it is the other opinion.
 */
import { readFileSync } from "node:fs";
import { argv, exit } from "node:process";

/** A fraction in lowest terms, denominator > 0. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

interface DerivationStep {
  readonly name: string;
  readonly op: string;
  readonly of?: readonly string[];
  readonly value: string;
  readonly places?: number;
  readonly mode?: string;
}

interface DerivedCharge {
  readonly id: string;
  readonly currency: string;
  readonly amount: { readonly low: string; readonly high: string | null };
  readonly derivation: readonly DerivationStep[];
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
const size = (n: bigint): bigint => (n < 0n ? -n : n);

/** A fraction of two integers. */
export function ratio(over: bigint, under: bigint): Ratio {
  if (under === 0n) throw new Error("A fraction has no denominator of zero");
  const common = divisor(size(over), size(under)) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / common, under: (sign * under) / common };
}

/** Reads `-1.50` or `1/3`. */
export function readRatio(text: string): Ratio {
  const parts = /^(-?\d+)(?:\/(\d+)|\.(\d+))?$/.exec(text);
  if (parts === null) throw new Error(`Not an exact value: "${text}"`);
  const [, whole = "", under, digits] = parts;
  if (digits !== undefined) return ratio(BigInt(whole + digits), 10n ** BigInt(digits.length));
  return ratio(BigInt(whole), BigInt(under ?? "1"));
}

const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.under + b.over * a.under, a.under * b.under);
const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { over: -b.over, under: b.under });
const times = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.over, a.under * b.under);
const isLess = (a: Ratio, b: Ratio): boolean => a.over * b.under < b.over * a.under;
const same = (a: Ratio, b: Ratio): boolean => a.over === b.over && a.under === b.under;

/** Rounds to a number of decimal places; a tie goes away from zero (`half-up`) or to the even digit (`half-even`). */
export function roundRatio(value: Ratio, places: number, mode: string): Ratio {
  const scale = 10n ** BigInt(places);
  const scaled = size(value.over) * scale;
  const down = scaled / value.under;
  const twice = 2n * (scaled % value.under);
  const up = twice > value.under || (twice === value.under && (mode === "half-up" || down % 2n === 1n));
  const digits = up ? down + 1n : down;
  return ratio(value.over < 0n ? -digits : digits, scale);
}

const operations: Readonly<Record<string, (values: readonly [Ratio, ...Ratio[]], step: DerivationStep) => Ratio>> = {
  add: (values) => values.reduce(plus),
  subtract: ([first, ...rest]) => rest.reduce(minus, first),
  multiply: (values) => values.reduce(times),
  divide: ([first, ...rest]) => rest.reduce((a, b) => ratio(a.over * b.under, a.under * b.over), first),
  min: (values) => values.reduce((a, b) => (isLess(b, a) ? b : a)),
  max: (values) => values.reduce((a, b) => (isLess(a, b) ? b : a)),
  negate: ([value]) => ({ over: -value.over, under: value.under }),
  round: ([value], { places, mode }) => roundRatio(value, places ?? 0, mode ?? "half-up"),
};

/** What does not follow in one charge: a step that its inputs do not give, or a printed amount that no step gives. */
export function recomputeCharge(charge: DerivedCharge): readonly string[] {
  const values = new Map<string, Ratio>();
  const troubles = charge.derivation.flatMap((step) => recomputeStep(step, values));
  return [...troubles, ...amountTroubles(charge, values)].map(
    (trouble) => `${charge.id} ${charge.currency}: ${trouble}`,
  );
}

function recomputeStep(step: DerivationStep, values: Map<string, Ratio>): readonly string[] {
  const written = readRatio(step.value);
  if (values.has(step.name)) return [`step "${step.name}" is there twice`];
  const computed = step.op === "input" ? written : compute(step, values);
  if (computed === undefined) return [`step "${step.name}" has nothing to ${step.op}`];
  values.set(step.name, computed);
  return same(computed, written) ? [] : [`step "${step.name}" says ${step.value}, its inputs give ${show(computed)}`];
}

function compute(step: DerivationStep, values: ReadonlyMap<string, Ratio>): Ratio | undefined {
  const inputs = (step.of ?? []).map((name) => values.get(name));
  const known = inputs.filter((input): input is Ratio => input !== undefined);
  const [first, ...rest] = known;
  if (first === undefined || known.length < inputs.length) return undefined;
  return operations[step.op]?.([first, ...rest], step);
}

function amountTroubles({ amount, derivation }: DerivedCharge, values: ReadonlyMap<string, Ratio>): readonly string[] {
  return (["low", "high"] as const).flatMap((end) => {
    const computed = values.get(end);
    const printed = amount[end];
    if (printed === null) return computed === undefined ? [] : [`"${end}" is computed and not printed`];
    if (computed === undefined) return [`"${end}" is printed and not computed`];
    if (derivation.find((step) => step.name === end)?.op !== "round") return [`"${end}" is not rounded`];
    return same(computed, readRatio(printed))
      ? []
      : [`"${end}" is printed as ${printed}, computed as ${show(computed)}`];
  });
}

const show = ({ over, under }: Ratio): string => (under === 1n ? `${over}` : `${over}/${under}`);

/** What does not follow in an invoice. */
export function recompute(invoice: { readonly charges: readonly DerivedCharge[] }): readonly string[] {
  return invoice.charges.flatMap(recomputeCharge);
}

if (import.meta.main) {
  const [file = "-"] = argv.slice(2);
  const invoice = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")) as Parameters<typeof recompute>[0];
  const troubles = recompute(invoice);
  for (const trouble of troubles) console.error(trouble);
  console.log(`${invoice.charges.length} charges recomputed, ${troubles.length} troubles`);
  exit(troubles.length === 0 ? 0 : 1);
}
