import { compareText } from "@flexbill/kernel";
import data from "../data/usage-categories.json" with { type: "json" };
import { type Product, products } from "./product.ts";

/** How sure a statement about a category is. */
export type CategoryEvidence = "seen" | "documented" | "inferred";

/** What a category counts and what it measures, where that is known. */
export interface CategoryUnits {
  readonly count?: string;
  readonly usage?: string;
  readonly evidence: CategoryEvidence;
}

/** A category whose records contain those of its parts; not `complete` where it has parts that are not known. */
export interface RollUp {
  readonly parent: string;
  readonly children: readonly string[];
  readonly complete: boolean;
  readonly evidence: CategoryEvidence;
}

interface UnitRule extends CategoryUnits {
  readonly match: string;
}

/**
 * The names that Twilio once published. An open set: since 2025-09-04 a category may be any text.
 *
 * @example
 * ```ts
 * usageCategories.length; // 643
 * ```
 */
export const usageCategories: readonly string[] = data.names;

/** Names in the published list that look like left-overs of tests; they count nothing. */
export const noiseCategories: readonly string[] = data.noise;

/** The roll-ups: a parent's records contain its children's, so the two are never added. */
export const rollUps: readonly RollUp[] = data.rollups as readonly RollUp[];

const known: ReadonlySet<string> = new Set([...data.names, ...data.documentedElsewhere]);
const childrenByParent = new Map(rollUps.map(({ parent, children }) => [parent, children]));
const crossListed = new Map(data.crossListed.map(({ category, alsoIn }) => [category, alsoIn]));
const unitRules = data.units as readonly UnitRule[];

/**
 * True for a name of the published list or of the documentation.
 *
 * @example
 * ```ts
 * isKnownCategory("flex-active-user-hours"); // true
 * ```
 */
export function isKnownCategory(category: string): boolean {
  return known.has(category);
}

/**
 * The categories directly inside a roll-up; none for a leaf.
 *
 * @example
 * ```ts
 * childrenOf("sms"); // ["sms-inbound", "sms-outbound"]
 * ```
 */
export function childrenOf(category: string): readonly string[] {
  return childrenByParent.get(category) ?? [];
}

/**
 * Every category that contains this one, by roll-up or because it is counted there a second time.
 *
 * @example
 * ```ts
 * containersOf("authy-sms-outbound"); // ["sms", "sms-outbound"]
 * ```
 */
export function containersOf(category: string): readonly string[] {
  const direct = [
    ...rollUps.filter(({ children }) => children.includes(category)).map(({ parent }) => parent),
    ...(crossListed.get(category) ?? []),
  ];
  return [...new Set([...direct, ...direct.flatMap(containersOf)])].sort(compareText);
}

/**
 * The leaves of a category: itself, or the leaves of everything inside it.
 *
 * @example
 * ```ts
 * leavesOf("phonenumbers"); // ["phonenumbers-local", "phonenumbers-mobile", "phonenumbers-tollfree"]
 * ```
 */
export function leavesOf(category: string): readonly string[] {
  const children = childrenOf(category);
  return children.length === 0 ? [category] : children.flatMap(leavesOf);
}

/**
 * The units of a category, where they are known: by its name, else by the family that its name begins with.
 *
 * @example
 * ```ts
 * unitsOfCategory("calls-inbound")?.usage; // "minutes"
 * ```
 */
export function unitsOfCategory(category: string): CategoryUnits | undefined {
  const rule =
    unitRules.find(({ match }) => match === category) ??
    unitRules.find(({ match }) => match.endsWith("*") && category.startsWith(match.slice(0, -1)));
  if (rule === undefined) return undefined;
  const { match: _, ...units } = rule;
  return units;
}

/**
 * The products that a category counts.
 *
 * @example
 * ```ts
 * productsInCategory("taskrouter-tasks").map((product) => product.id); // ["taskrouter"]
 * ```
 */
export function productsInCategory(category: string): readonly Product[] {
  return products.filter((product) => product.categories.includes(category));
}
