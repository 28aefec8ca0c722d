import { productById } from "@flexbill/products";
import data from "../data/category-rules.json" with { type: "json" };

/** What a charge, or the part of one that a usage row caused, is about. */
export interface Categorised {
  readonly kind: string;
  readonly product: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface CategoryRule {
  readonly product: string;
  readonly match?: Readonly<Record<string, string | undefined>>;
  readonly category: string;
}

const kindsWithout: ReadonlySet<string> = new Set(data.kindsWithout);
const rulesByProduct = Map.groupBy(data.rules as readonly CategoryRule[], ({ product }) => product);

/**
 * The leaf category that a charge shows in, or null where it is in none and only `totalprice` contains it. A leaf may
 * want more than a usage row knows: the `direction` of client legs, SIP legs and channel messages. Without one they
 * are taken as outbound, and a number without a type as a local one.
 *
 * @example
 * ```ts
 * categoryOf({ kind: "usage", product: "sms-inbound", dimensions: { numberType: "toll-free" } }); // "sms-inbound-tollfree"
 * ```
 */
export function categoryOf({ kind, product, dimensions }: Categorised): string | null {
  if (kindsWithout.has(kind)) return null;
  const rule = rulesByProduct.get(product)?.find(({ match }) => fits(match, dimensions));
  return rule?.category ?? onlyCategoryOf(product);
}

function fits(match: CategoryRule["match"], dimensions: Categorised["dimensions"]): boolean {
  return Object.entries(match ?? {}).every(([key, value]) => dimensions[key] === value);
}

function onlyCategoryOf(product: string): string | null {
  const [only, ...more] = productById(product)?.categories ?? [];
  return only === undefined || more.length > 0 ? null : only;
}
