import { sidOf } from "./sids.ts";

/**
 * A whole number from 0 to `limit` − 1, always the same one for the same name.
 *
 * @example
 * ```ts
 * numberOf("7/limit/taskrouter", 9); // 0 to 8
 * ```
 */
export function numberOf(name: string, limit: number): number {
  return Number.parseInt(sidOf("", `drawn/${name}`).slice(0, 8), 16) % limit;
}
