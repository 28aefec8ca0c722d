import { compareInstants, type Instant, isBefore } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { EventLog, LoggedEventOf } from "./event-log.ts";

/** The events of a type that have begun at an instant, newest first; sorted again only when some were added. */
export function newestFirst<Type extends FlexEvent["type"]>(
  log: EventLog,
  type: Type,
): (at: Instant) => readonly LoggedEventOf<Type>[] {
  let sorted: readonly LoggedEventOf<Type>[] = [];
  return (at) => {
    const events = log.ofType(type);
    if (events.length !== sorted.length) sorted = events.toSorted((a, b) => compareInstants(b.begin, a.begin));
    const begun = sorted.findIndex(({ begin }) => !isBefore(at, begin));
    return begun < 0 ? [] : sorted.slice(begun);
  };
}
