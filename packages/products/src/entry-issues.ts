import { changesBetween, inside, type Located, memberOf, pointerOf, shown } from "@flexbill/documents";
import {
  compare,
  compareText,
  type Decimal,
  type Issue,
  type IssueCode,
  type IssueFields,
  issue,
  parseDecimal,
} from "@flexbill/kernel";
import { nearestProduct, productById } from "./product.ts";

/**
 * What contradicts itself in a list of price entries as a document writes it: a price and tiers together or neither,
 * tiers that do not rise, two entries of one product, unit and match that begin on the same day, and a product that
 * looks like a misspelt one. Works on what can be read, whatever else is wrong.
 *
 * @example
 * ```ts
 * entryIssues(located([{ product: "studio", unit: "engagement" }]), [])[0].code; // "schema.price-or-tiers"
 * ```
 */
export function entryIssues(source: Located, path: readonly PropertyKey[]): readonly Issue[] {
  const entries = inside(source, ...path).value;
  if (!Array.isArray(entries)) return [];
  const single = entries.flatMap((entry: unknown, index) => [
    ...priceOrTiers(entry, source, [...path, index]),
    ...tierOrder(entry, source, [...path, index]),
    ...misspelt(entry, source, [...path, index]),
  ]);
  return [...single, ...beginningTwice(entries, source, path)];
}

type At = readonly PropertyKey[];

function complaint(code: IssueCode, source: Located, path: At, fields: IssueFields): Issue {
  return issue(code, { path: pointerOf(path), at: source.placeOf(path), ...fields });
}

function priceOrTiers(entry: unknown, source: Located, path: At): readonly Issue[] {
  const isEntry = typeof entry === "object" && entry !== null && !Array.isArray(entry);
  const both = memberOf(entry, "price") !== undefined && memberOf(entry, "tiers") !== undefined;
  const neither = memberOf(entry, "price") === undefined && memberOf(entry, "tiers") === undefined;
  if (!isEntry || !(both || neither)) return [];
  return [complaint("schema.price-or-tiers", source, path, { wanted: "price-or-tiers" })];
}

function tierOrder(entry: unknown, source: Located, path: At): readonly Issue[] {
  const tiers = memberOf(entry, "tiers");
  if (!Array.isArray(tiers)) return [];
  let before: Decimal | undefined;
  return tiers.flatMap((tier: unknown, index): readonly Issue[] => {
    const upTo = memberOf(tier, "upTo");
    if (upTo === undefined && index < tiers.length - 1) {
      return [complaint("schema.tiers-order", source, [...path, "tiers", index], { wanted: "tier-up-to" })];
    }
    const end = typeof upTo === "string" ? parseDecimal(upTo) : undefined;
    if (!end?.ok) return [];
    const rises = before === undefined || compare(end.value, before) > 0;
    before = end.value;
    const where = [...path, "tiers", index, "upTo"];
    return rises ? [] : [complaint("schema.tiers-order", source, where, { found: shown(upTo), wanted: "tier-rising" })];
  });
}

/** Products are an open set, so only a near miss of a known id is taken for a mistake. */
function misspelt(entry: unknown, source: Located, path: At): readonly Issue[] {
  const product = memberOf(entry, "product");
  if (typeof product !== "string" || productById(product) !== undefined) return [];
  const meant = nearestProduct(product);
  if (meant === undefined || changesBetween(product, meant) > (product.length < 8 ? 1 : 2)) return [];
  return [
    complaint("schema.unknown-product", source, [...path, "product"], {
      found: product,
      wanted: "nearest",
      params: { nearest: meant },
    }),
  ];
}

function beginningTwice(entries: readonly unknown[], source: Located, path: At): readonly Issue[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    if (typeof entry !== "object" || entry === null) return [];
    const key = beginKey(entry);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const from = memberOf(entry, "from");
    const where = from === undefined ? [...path, index] : [...path, index, "from"];
    return [complaint("schema.duplicate-from", source, where, from === undefined ? {} : { found: shown(from) })];
  });
}

function beginKey(entry: object): string {
  const match = memberOf(entry, "match") ?? {};
  const pairs = typeof match === "object" ? Object.entries(match as object) : [];
  const sorted = pairs.sort(([one], [other]) => compareText(one, other));
  return JSON.stringify([memberOf(entry, "product"), memberOf(entry, "unit"), sorted, memberOf(entry, "from")]);
}
