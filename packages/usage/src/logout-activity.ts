import { compareInstants, earlier, type Instant, type Interval, isBefore, isEmpty } from "@flexbill/kernel";
import type { LogoutActivityEntry } from "@flexbill/terms";

interface Exemption {
  /** Undefined: since ever. */
  readonly start: Instant | undefined;
  /** Undefined: until today. */
  readonly end: Instant | undefined;
}

/** When each activity was the Logout Activity; activities that never were are not in it. */
export type Exemptions = ReadonlyMap<string, readonly Exemption[]>;

/**
 * When each activity was the Logout Activity: each entry is in force until the next begins, and before the first
 * nothing is exempt (T-08).
 */
export function exemptionsOf(history: readonly LogoutActivityEntry[]): Exemptions {
  const entries = history.toSorted(compareEntries);
  const exemptions = new Map<string, Exemption[]>();
  for (const [index, { activity, from }] of entries.entries()) {
    const own = exemptions.get(activity) ?? [];
    own.push({ start: from, end: entries[index + 1]?.from });
    exemptions.set(activity, own);
  }
  return exemptions;
}

function compareEntries(a: LogoutActivityEntry, b: LogoutActivityEntry): number {
  if (a.from === undefined || b.from === undefined) return Number(b.from === undefined) - Number(a.from === undefined);
  return compareInstants(a.from, b.from);
}

/**
 * The parts of a time in an activity that are billed: those in which the activity was not the Logout Activity.
 *
 * @example
 * ```ts
 * billedParts(exemptionsOf([]), "WA1", interval); // → [interval]
 * ```
 */
export function billedParts(exemptions: Exemptions, activity: string, interval: Interval): readonly Interval[] {
  if (isEmpty(interval)) return [];
  const parts: Interval[] = [];
  let { start } = interval;
  for (const { start: from, end } of exemptions.get(activity) ?? []) {
    if (end !== undefined && !isBefore(start, end)) continue;
    if (from !== undefined && isBefore(start, from)) parts.push({ start, end: earlier(from, interval.end) });
    if (from !== undefined && !isBefore(from, interval.end)) return parts;
    if (end === undefined || !isBefore(end, interval.end)) return parts;
    start = end;
  }
  parts.push({ start, end: interval.end });
  return parts;
}
