import type { FlexEvent } from "@flexbill/usage";
import type { EventLog } from "./event-log.ts";

/** A log whose events can be kept elsewhere, to open it from them again. */
export interface LateEventLog extends EventLog {
  /** Every event, as `all`; as they were given while nothing was asked of the log yet. */
  toKeep(): Iterable<FlexEvent>;
}

/**
 * A log that is opened over events when something is first asked of it, or told to it: who only looks at an account
 * need not wait.
 */
export function lateEventLog(
  events: Iterable<FlexEvent>,
  open: (events: Iterable<FlexEvent>) => EventLog,
): LateEventLog {
  let unread: Iterable<FlexEvent> | undefined = events;
  let opened: EventLog | undefined;
  const log = (): EventLog => {
    opened ??= open(unread ?? []);
    unread = undefined;
    return opened;
  };
  return {
    add: (event) => log().add(event),
    amend: (event) => log().amend(event),
    find: (identity) => log().find(identity),
    ofType: (type) => log().ofType(type),
    relevantTo: (month, options) => log().relevantTo(month, options),
    all: () => log().all(),
    toKeep: () => unread ?? log().all(),
    version: () => log().version(),
    earliest: () => log().earliest(),
  };
}
