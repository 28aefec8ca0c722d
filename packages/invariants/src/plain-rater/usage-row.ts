import { type Fraction, plus } from "./fraction.ts";

/** Section 3: one per distinct product, unit, user, dimensions and use case. */
export interface UsageRow {
  readonly product: string;
  readonly unit: string;
  readonly quantity: Fraction;
  readonly user: string | null;
  /** In alphabetical key order. */
  readonly dimensions: readonly (readonly [key: string, value: string])[];
  readonly useCase: string;
  /** On `third-party-*` rows: what is known of the fees, and whether one is not. */
  readonly fees?: { readonly known: Fraction; readonly oneUnknown: boolean };
}

export interface Measured {
  readonly product: string;
  readonly unit: string;
  readonly quantity: Fraction;
  readonly user?: string | null;
  readonly dimensions?: Readonly<Record<string, string | null | undefined>>;
  readonly useCase?: string | undefined;
  readonly fees?: UsageRow["fees"];
}

export const contactCenter = "contact-center";

export function rowsOf(measurements: readonly Measured[]): readonly UsageRow[] {
  const rows = new Map<string, UsageRow>();
  for (const measured of measurements) {
    const row = rowOf(measured);
    const key = JSON.stringify([row.product, row.unit, row.user, row.dimensions, row.useCase]);
    const before = rows.get(key);
    rows.set(key, before ? joined(before, row) : row);
  }
  return [...rows.values()].filter((row) => row.quantity.top !== 0n).sort(inOrderOfSection3);
}

function rowOf({ product, unit, quantity, user, dimensions, useCase, fees }: Measured): UsageRow {
  const given: [string, string][] = [];
  for (const [key, value] of Object.entries(dimensions ?? {}))
    if (value !== null && value !== undefined) given.push([key, value]);
  given.sort(([a], [b]) => compareTexts(a, b));
  const row = { product, unit, quantity, user: user ?? null, dimensions: given, useCase: useCase ?? contactCenter };
  return fees ? { ...row, fees } : row;
}

function joined(a: UsageRow, b: UsageRow): UsageRow {
  const quantity = plus(a.quantity, b.quantity);
  if (!a.fees || !b.fees) return { ...a, quantity };
  const known = plus(a.fees.known, b.fees.known);
  return { ...a, quantity, fees: { known, oneUnknown: a.fees.oneUnknown || b.fees.oneUnknown } };
}

/** Product, dimensions, user, unit, use case; null users and the default use case first. */
function inOrderOfSection3(a: UsageRow, b: UsageRow): number {
  return (
    compareTexts(a.product, b.product) ||
    compareLists(a.dimensions.flat(), b.dimensions.flat()) ||
    compareTexts(a.user ?? "", b.user ?? "") ||
    compareTexts(a.unit, b.unit) ||
    compareTexts(useCaseKey(a), useCaseKey(b))
  );
}

function useCaseKey(row: UsageRow): string {
  return row.useCase === contactCenter ? "" : row.useCase;
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareTexts(text, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** By Unicode code point (Common rules). */
export function compareTexts(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, letter] of left.entries()) {
    const difference = (letter.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
