import { compareInstants, formatInstant, type Instant } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { LoggedEvent } from "./event-log.ts";

/**
 * The events as they were known at an instant: what had not begun is left out, what had not ended ends there.
 * The usage of a clipped log is the usage of the month so far, so a day's usage is the difference of two such months.
 */
export function clip(events: readonly LoggedEvent[], until: Instant): readonly FlexEvent[] {
  const text = formatInstant(until);
  const begun = events.filter(({ begin }) => compareInstants(begin, until) < 0);
  return begun.map(({ event, end }) => (endsLater(end, until) ? endAt(event, text) : event));
}

function endsLater(end: LoggedEvent["end"], until: Instant): boolean {
  return end === null || (end !== undefined && compareInstants(end, until) > 0);
}

function endAt(event: FlexEvent, end: string): FlexEvent {
  switch (event.type) {
    case "dev.flexbill.presence":
      return { ...event, data: { ...event.data, end } };
    case "dev.flexbill.seat":
      return { ...event, data: { ...event.data, end } };
    case "dev.flexbill.recording":
      return { ...event, data: { ...event.data, deleted: end } };
    case "dev.flexbill.number":
      return { ...event, data: { ...event.data, released: end } };
    default:
      return event;
  }
}
