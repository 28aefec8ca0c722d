import { compareInstants, type Instant } from "@flexbill/kernel";

/** An interval's end is not before its start; one that has not ended is in order. */
export function inOrder(start: Instant, end: Instant | null): boolean {
  return end === null || compareInstants(start, end) <= 0;
}
