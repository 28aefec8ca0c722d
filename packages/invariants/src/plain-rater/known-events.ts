import type { Event, EventOf } from "../request.ts";
import type { MonthContext } from "./month-context.ts";

/**
 * Section 2: identity is (`source`, `id`) over all events given; the first seen is kept, other content is a conflict
 * whatever its subject; then only the events of this account are left.
 */
export function knownEvents(events: readonly Event[], context: MonthContext): readonly Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const identity = JSON.stringify([event.source, event.id]);
    const first = kept.get(identity);
    if (!first) kept.set(identity, event);
    else if (contentOf(first) !== contentOf(event)) context.issues.add("event.conflict");
  }
  return [...kept.values()].filter((event) => event.subject === context.contract.account);
}

function contentOf({ type, subject, data }: Event): string {
  return JSON.stringify(inMemberOrder([type, subject, data]));
}

function inMemberOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inMemberOrder);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([name, member]) => [name, inMemberOrder(member)]);
}

export function eventsOf<Name extends Event["type"]>(events: readonly Event[], type: Name): readonly EventOf<Name>[] {
  return events.filter((event): event is EventOf<Name> => event.type === type);
}
