import { type Fraction, nothing, plus, printPlaces, printQuantity, type Rounding, roundTo } from "./fraction.ts";
import { compareTexts } from "./usage-row.ts";

/** In the order of the table of section 4. */
export const kinds = [
  "license",
  "credit",
  "included",
  "overage",
  "usage",
  "third-party",
  "surcharge",
  "breach",
  "commitment",
  "support",
  "adjustment",
  "tax",
] as const;

export type Kind = (typeof kinds)[number];

/** A line before it is rounded: what is certain, and the most it can be. */
export interface Line {
  readonly kind: Kind;
  readonly product: string;
  readonly rate: string;
  readonly currency: string;
  readonly quantity: Fraction;
  readonly unit: string;
  readonly low: Fraction;
  readonly high: Fraction | null;
}

export interface PrintedCharge {
  readonly kind: Kind;
  readonly product: string;
  readonly rate: string;
  readonly currency: string;
  readonly quantity: string;
  readonly unit: string;
  readonly amount: { readonly low: string; readonly high: string | null };
}

export type Totals = Readonly<Record<string, PrintedCharge["amount"]>>;

/** One charge per kind, product, rate and currency, added up before rounding; zero quantities only as licences. */
export function addUp(lines: readonly Line[]): readonly Line[] {
  const sums = new Map<string, Line>();
  for (const line of lines) {
    const key = JSON.stringify([line.kind, line.product, line.rate, line.currency]);
    const before = sums.get(key);
    sums.set(key, before ? joined(before, line) : line);
  }
  return [...sums.values()].filter(({ kind, quantity }) => kind === "license" || quantity.top !== 0n).sort(inOrder);
}

function joined(a: Line, b: Line): Line {
  return { ...a, quantity: plus(a.quantity, b.quantity), low: plus(a.low, b.low), high: plusKnown(a.high, b.high) };
}

export function plusKnown(a: Fraction | null, b: Fraction | null): Fraction | null {
  return a === null || b === null ? null : plus(a, b);
}

function inOrder(a: Line, b: Line): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    compareTexts(a.product, b.product) ||
    compareTexts(a.rate, b.rate) ||
    compareTexts(a.currency, b.currency)
  );
}

/** Amounts round once, on the line, to the currency's minor unit. */
export function rounded(line: Line, mode: Rounding): Line {
  const places = minorUnits(line.currency);
  const high = line.high === null ? null : roundTo(line.high, places, mode);
  return { ...line, low: roundTo(line.low, places, mode), high };
}

export function printed({ kind, product, rate, currency, quantity, unit, low, high }: Line): PrintedCharge {
  const amount = printedAmount(currency, low, high);
  return { kind, product, rate, currency, quantity: printQuantity(quantity), unit, amount };
}

function printedAmount(currency: string, low: Fraction, high: Fraction | null): PrintedCharge["amount"] {
  const places = minorUnits(currency);
  return { low: printPlaces(low, places), high: high === null ? null : printPlaces(high, places) };
}

/** Plain sums of the printed lines per currency; one null makes that currency's high null. */
export function totalsOf(lines: readonly Line[]): Totals {
  const totals: Record<string, PrintedCharge["amount"]> = {};
  for (const currency of new Set(lines.map((line) => line.currency))) {
    const { low, high } = sumOf(lines.filter((line) => line.currency === currency));
    totals[currency] = printedAmount(currency, low, high);
  }
  return totals;
}

export function sumOf(lines: readonly Line[]): Pick<Line, "low" | "high"> {
  let sum: Pick<Line, "low" | "high"> = { low: nothing, high: nothing };
  for (const { low, high } of lines) sum = { low: plus(sum.low, low), high: plusKnown(sum.high, high) };
  return sum;
}

/** ISO 4217, the currencies whose minor unit is not a hundredth. */
const unusualMinorUnits: Readonly<Record<string, readonly string[]>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
  3: "BHD IQD JOD KWD LYD OMR TND".split(" "),
  4: ["CLF", "UYW"],
};

function minorUnits(currency: string): number {
  const found = Object.entries(unusualMinorUnits).find(([, currencies]) => currencies.includes(currency));
  return found ? Number(found[0]) : 2;
}
