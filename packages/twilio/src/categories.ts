import {
  childrenOf,
  containersOf,
  isKnownCategory,
  usageCategories as names,
  noiseCategories,
  unitsOfCategory,
} from "@flexbill/products";
import data from "../data/category-words.json" with { type: "json" };

/** A usage category as Usage Records show it: what it counts, in which units, and the categories that contain it. */
export interface UsageCategory {
  readonly id: string;
  readonly description: string;
  readonly countUnit: string;
  readonly usageUnit: string;
  readonly containers: readonly string[];
}

/** The category that holds everything, roll-ups and uncategorised charges alike. */
export const totalPrice = "totalprice";

const noise = new Set(noiseCategories);
const words: Readonly<Record<string, string>> = data.words;

/** Every category an account can have, by name. Zero rows are served for all of them; left-overs of tests are not among them. */
export const usageCategories: readonly UsageCategory[] = names.filter((name) => !noise.has(name)).map(describe);

const byId: ReadonlyMap<string, UsageCategory> = new Map(usageCategories.map((category) => [category.id, category]));

const leavesByCategory: ReadonlyMap<string, readonly string[]> = leavesOfAll();

/**
 * The leaf categories whose money and usage a category shows: itself where it is one, else all that it contains.
 * `totalprice` contains more than leaves, and is given as itself.
 *
 * @example
 * ```ts
 * leavesIn("pstnconnectivity"); // ["pstnconnectivity-inbound", "pstnconnectivity-outbound"]
 * ```
 */
export function leavesIn(category: string): readonly string[] {
  return leavesByCategory.get(category) ?? [category];
}

function leavesOfAll(): ReadonlyMap<string, readonly string[]> {
  const leaves = new Map<string, string[]>();
  for (const { id, containers } of usageCategories)
    if (childrenOf(id).length === 0)
      for (const each of [id, ...containers]) leaves.set(each, [...(leaves.get(each) ?? []), id]);
  return leaves;
}

/**
 * The category of an id, or undefined where Twilio's list does not have it.
 *
 * @example
 * ```ts
 * categoryById("sms-inbound-longcode")?.containers; // ["sms", "sms-inbound"]
 * ```
 */
export function categoryById(id: string): UsageCategory | undefined {
  return byId.get(id) ?? (isKnownCategory(id) && !noise.has(id) ? describe(id) : undefined);
}

function describe(id: string): UsageCategory {
  const units = unitsOfCategory(id);
  const text = id
    .split("-")
    .map((word) => words[word] ?? word)
    .join(" ");
  return {
    id,
    description: text.charAt(0).toUpperCase() + text.slice(1),
    countUnit: units?.count ?? "",
    usageUnit: units?.usage ?? units?.count ?? "",
    containers: containersOf(id),
  };
}
