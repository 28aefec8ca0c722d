import { compareText, type Exact, type Month } from "@flexbill/kernel";
import { defaultUseCase } from "./events/shared-data.ts";

/**
 * What a meter counted in one month (formats.md section 3): one row per distinct product, unit, user, dimensions and
 * use case. Fees of third parties are the exception: those not known yet stand in a row of their own.
 */
export interface UsageRow {
  readonly account: string;
  readonly month: Month;
  readonly product: string;
  readonly unit: string;
  readonly quantity: Exact;
  /** The worker SID, or null where no agent is attributable. */
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly useCase: string;
  /** Of `third-party-*` rows alone: the fees' sum in the currency of the dimensions; null where it is not known. */
  readonly amount?: Exact | null;
}

/**
 * The order of rows: product, dimensions, user, unit, use case. Dimensions are compared as their list of key and
 * value in alphabetical key order; a null user and the default use case come first.
 *
 * @example
 * ```ts
 * rows.toSorted(compareRows);
 * ```
 */
export function compareRows(a: UsageRow, b: UsageRow): number {
  return (
    compareText(a.product, b.product) ||
    compareDimensions(a.dimensions, b.dimensions) ||
    compareUsers(a.user, b.user) ||
    compareText(a.unit, b.unit) ||
    compareUseCases(a.useCase, b.useCase) ||
    Number(a.amount === null) - Number(b.amount === null)
  );
}

type Dimensions = UsageRow["dimensions"];

function compareDimensions(a: Dimensions, b: Dimensions): number {
  if (a === b) return 0;
  const left = listOf(a);
  const right = listOf(b);
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareText(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Rows of one meter share their dimensions, and sorting asks for them again and again. */
const lists = new WeakMap<Dimensions, readonly string[]>();

function listOf(dimensions: Dimensions): readonly string[] {
  const known = lists.get(dimensions) ?? dimensionList(dimensions);
  lists.set(dimensions, known);
  return known;
}

/**
 * The keys and values of dimensions, one after the other, in alphabetical key order.
 *
 * @example
 * ```ts
 * dimensionList({ numberType: "local", country: "US" }); // → ["country", "US", "numberType", "local"]
 * ```
 */
export function dimensionList(dimensions: Dimensions): readonly string[] {
  return Object.keys(dimensions)
    .sort(compareText)
    .flatMap((key) => [key, dimensions[key] ?? ""]);
}

function compareUsers(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : compareText(a, b);
}

function compareUseCases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === defaultUseCase) return -1;
  return b === defaultUseCase ? 1 : compareText(a, b);
}
