import { nearest } from "@flexbill/documents";
import data from "../data/products.json" with { type: "json" };

/** Something that can be bought on Twilio Flex, or that stands on its bill (domain.md sections 5, 8, 12). */
export interface Product {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  /** Other names, the mistranslations of the Japanese notice too: 機能 is Functions. */
  readonly aliases: readonly string[];
  readonly unit: string;
  /** Units beside the first: a carrier's fee counts segments for SMS and messages for MMS. */
  readonly alsoUnits?: readonly string[];
  /** True where nothing fixes the unit (formats.md section 3): usage may come in another one. */
  readonly open?: boolean;
  /** Included by the fair-usage plans within an allowance (T-13 … T-32). */
  readonly standard: boolean;
  readonly footnote?: Footnote;
  readonly clause?: string;
  /** Twilio's usage categories that count it; leaves, never a roll-up together with its parts. */
  readonly categories: readonly string[];
}

/** A footnote of the list of Standard Products (T-33 … T-40). */
export type Footnote = 1 | 2 | 3 | 4 | 5;

/**
 * The catalogue. An id that is not in it is no mistake: usage of any product can be metered and priced.
 *
 * @example
 * ```ts
 * products.filter((product) => product.standard).length; // 21 ids: Sync has two meters
 * ```
 */
export const products: readonly Product[] = data as readonly Product[];

const byId: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.id, product]));

/**
 * The product of an id.
 *
 * @example
 * ```ts
 * productById("functions")?.name.ja; // "Twilio Functions"
 * ```
 */
export function productById(id: string): Product | undefined {
  return byId.get(id);
}

/**
 * True for the Standard Products, which the fair-usage plans include (T-11, T-12).
 *
 * @example
 * ```ts
 * isStandard("sms-outbound"); // false
 * ```
 */
export function isStandard(id: string): boolean {
  return byId.get(id)?.standard ?? false;
}

/**
 * The unit that formats.md gives a product; `undefined` where it gives none, or more than one.
 *
 * @example
 * ```ts
 * unitOf("taskrouter"); // "task"
 * ```
 */
export function unitOf(id: string): string | undefined {
  const units = unitsOf(id);
  return units.length === 1 ? units[0] : undefined;
}

/**
 * Every unit that formats.md gives a product; none where usage may come in any.
 *
 * @example
 * ```ts
 * unitsOf("carrier-fee"); // ["segment", "message"]
 * ```
 */
export function unitsOf(id: string): readonly string[] {
  const product = byId.get(id);
  return product === undefined || product.open ? [] : [product.unit, ...(product.alsoUnits ?? [])];
}

/**
 * The id that a misspelt one most likely means.
 *
 * @example
 * ```ts
 * nearestProduct("task-router"); // "taskrouter"
 * ```
 */
export function nearestProduct(id: string): string | undefined {
  return nearest(id, byId.keys());
}
