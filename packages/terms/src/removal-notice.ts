import type { Answer } from "./answer.ts";
import { answer } from "./answer.ts";

/** A Standard Product that a newer list lacks. */
export interface RemovalNotice extends Answer {
  readonly product: string;
}

/**
 * The products for whose removal Twilio owes a written notice (T-52): those of the earlier list that the later one
 * lacks. Additions and lower limits need none; how long before is not said.
 *
 * @example
 * ```ts
 * removalNotices(["proxy", "studio"], ["studio"]).map((notice) => notice.product); // ["proxy"]
 * ```
 */
export function removalNotices(before: readonly string[], after: readonly string[]): readonly RemovalNotice[] {
  return before
    .filter((product) => !after.includes(product))
    .map((product) => ({ ...answer("T-52", "yes", "product-removed"), product }));
}
