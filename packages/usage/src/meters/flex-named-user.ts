import { compareInstants, decimal, type Instant } from "@flexbill/kernel";
import { unitedSpans } from "../spans.ts";
import type { Cell } from "../tally.ts";
import type { Provisioning } from "./provisioning.ts";
import { userCell } from "./user-cell.ts";

/** How named users are counted: at the fullest instant of the month, or all that there were (T-09). */
export type NamedMethod = "peak" | "distinct";

/** The users that the month bills, as one cell of nobody. */
export function flexNamedUser(provisioning: Provisioning, method: NamedMethod): readonly Cell[] {
  const users = method === "distinct" ? provisioning.size : peakOf(provisioning);
  return [userCell("flex-named-user", "user", null, decimal(users))];
}

/** The largest number of users at one instant; at an instant the removals come first, as intervals are half-open. */
export function peakOf(provisioning: Provisioning): number {
  const starts: Instant[] = [];
  const ends: Instant[] = [];
  for (const spans of provisioning.values()) {
    for (const { start, end } of unitedSpans(spans)) {
      starts.push(start);
      ends.push(end);
    }
  }
  return mostAtOnce(starts.sort(compareInstants), ends.sort(compareInstants));
}

function mostAtOnce(starts: readonly Instant[], ends: readonly Instant[]): number {
  let most = 0;
  let ended = 0;
  for (const [index, start] of starts.entries()) {
    while (ended < ends.length && compareInstants(ends[ended] ?? start, start) <= 0) ended += 1;
    most = Math.max(most, index + 1 - ended);
  }
  return most;
}
