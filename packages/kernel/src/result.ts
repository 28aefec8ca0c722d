import type { Issue } from "./issue.ts";

/** A value with what there is to say about it, or every reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const none: readonly Issue[] = [];

/**
 * A value, with the infos and warnings that came with it.
 *
 * @example
 * ```ts
 * ok(42).issues.length; // → 0
 * ```
 */
export function ok<T>(value: T, issues: readonly Issue[] = none): Result<T> {
  return { ok: true, value, issues };
}

/**
 * No value, and why.
 *
 * @example
 * ```ts
 * fail([issue("schema.empty", {})]).ok; // → false
 * ```
 */
export function fail(issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/**
 * True where the result has a value.
 *
 * @example
 * ```ts
 * isOk(parseDecimal("1.5")); // → true
 * ```
 */
export function isOk<T>(result: Result<T>): result is Extract<Result<T>, { ok: true }> {
  return result.ok;
}
