import type { Issue } from "@flexbill/kernel";

/**
 * Issues in the order in which a reader of the text meets them; those without a place keep theirs.
 *
 * @example
 * ```ts
 * inTextOrder([{ ...late, at: { line: 9, column: 1 } }, { ...early, at: { line: 2, column: 1 } }])[0]; // early
 * ```
 */
export function inTextOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.every(({ at }) => at !== undefined) ? issues.toSorted(byPlace) : issues;
}

function byPlace(one: Issue, other: Issue): number {
  return (one.at?.line ?? 0) - (other.at?.line ?? 0) || (one.at?.column ?? 0) - (other.at?.column ?? 0);
}
