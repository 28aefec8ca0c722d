import data from "../../../data/focus-services.json" with { type: "json" };

/** What FOCUS calls the service that a product belongs to. A name has one category. */
export interface FocusService {
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
}

const byProduct = new Map<string, FocusService>(
  data.services.flatMap(({ products, ...service }) => products.map((product) => [product, service] as const)),
);

/** The service of a product; one that is not known is a service of its own. */
export function serviceOf(product: string): FocusService {
  return byProduct.get(product) ?? { name: product, category: "Other", subcategory: "Other (Other)" };
}

const units: Readonly<Record<string, string>> = data.units;
const productUnits: Readonly<Record<string, string>> = data.productUnits;

/**
 * A unit as FOCUS writes it, a capitalised plural such as `Minutes`; one that is not known is written the same way.
 *
 * @example
 * ```ts
 * focusUnit("recording-storage", "minute"); // → "Minute-Months"
 * ```
 */
export function focusUnit(product: string, unit: string): string {
  const known = (Object.hasOwn(productUnits, product) ? productUnits[product] : undefined) ?? units[unit];
  if (known !== undefined) return known;
  const words = unit
    .replace(/[^A-Za-z]+/g, " ")
    .trim()
    .split(" ");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  if (name === "") return "Count";
  return name.endsWith("s") ? name : `${name}s`;
}
