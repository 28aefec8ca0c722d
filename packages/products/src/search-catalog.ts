import { type Product, products } from "./product.ts";

/**
 * Products by a piece of their id, name, alias, clause or usage category, in English or Japanese; the best fit first.
 * An empty text finds everything.
 *
 * @example
 * ```ts
 * searchCatalog("機能")[0]?.id; // "functions"
 * ```
 */
export function searchCatalog(text: string): readonly Product[] {
  const wanted = folded(text);
  return products
    .map((product) => ({ product, rank: rankOf(product, wanted) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ product }) => product);
}

/** 0 for a whole name, 1 for its beginning, 2 for a piece of it; `undefined` for no fit. */
function rankOf(product: Product, wanted: string): number | undefined {
  const names = namesOf(product).map(folded);
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : undefined;
}

function namesOf({ id, name, aliases, clause, categories }: Product): readonly string[] {
  return [id, name.en, name.ja, ...aliases, ...categories, ...(clause === undefined ? [] : [clause])];
}

/** Case, width, spaces and hyphens make no difference. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・‐\-_]/gu, "");
}
