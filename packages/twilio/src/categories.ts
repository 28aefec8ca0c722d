import data from "../data/categories.json" with { type: "json" };

/** A usage category as Usage Records name it: what it counts, in which units, and the category it is summed into. */
export interface UsageCategory {
  readonly id: string;
  readonly description: string;
  readonly countUnit: string;
  readonly usageUnit: string;
  readonly parent?: string;
}

/** The category that holds everything, roll-ups and uncategorised charges alike. */
export const totalPrice = "totalprice";

/** Every category an account can have, by id. Zero rows are served for all of them. */
export const usageCategories: readonly UsageCategory[] = data.categories;

const byId: ReadonlyMap<string, UsageCategory> = new Map(usageCategories.map((category) => [category.id, category]));

/**
 * The category of an id, or undefined where Twilio's list does not have it.
 *
 * @example
 * ```ts
 * categoryById("sms-inbound-longcode")?.parent; // "sms-inbound"
 * ```
 */
export function categoryById(id: string): UsageCategory | undefined {
  return byId.get(id);
}

/**
 * The category itself and every roll-up above it, nearest first; `totalprice` is not among them.
 *
 * @example
 * ```ts
 * rollUpPath("sms-inbound-longcode"); // ["sms-inbound-longcode", "sms-inbound", "sms"]
 * ```
 */
export function rollUpPath(id: string): readonly string[] {
  const parent = byId.get(id)?.parent;
  return parent === undefined ? [id] : [id, ...rollUpPath(parent)];
}
