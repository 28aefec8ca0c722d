import { addSeconds, decimal, type Instant, isBefore, parseInstant } from "@flexbill/kernel";
import type { Range } from "../../world/taskrouter/happenings.ts";

const defaultMinutes = 15;

/** The stretch that a query asks about: the last fifteen minutes where it does not say. A text names what is wrong. */
export function readRange(query: URLSearchParams, now: Instant): Range | string {
  const [start, end] = [query.get("StartDate"), query.get("EndDate")].map((text) =>
    text === null || text === "" ? undefined : parseInstant(text),
  );
  if (start?.ok === false) return "StartDate";
  if (end?.ok === false) return "EndDate";
  const minutes = query.get("Minutes") ?? String(defaultMinutes);
  if (!/^\d{1,7}$/.test(minutes)) return "Minutes";
  const until = end?.value ?? now;
  const range = { start: start?.value ?? addSeconds(until, decimal(-60 * Number(minutes))), end: until };
  return isBefore(range.end, range.start) ? "EndDate" : range;
}
