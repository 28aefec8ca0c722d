import {
  type Calendar,
  compareInstants,
  type Instant,
  instant,
  isBefore,
  type Month,
  nextMonth,
  previousMonth,
} from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { World } from "./world.ts";

/** Something that comes to a world at an instant: an event that becomes known, or a step that somebody takes. */
export type Occurrence =
  | { readonly at: Instant; readonly event: FlexEvent }
  | { readonly at: Instant; readonly step: (world: World) => void | Promise<void> };

/**
 * What happens to a world by itself as its clock goes on. The same stretch always holds the same occurrences, so that a
 * world which was put back plays them again.
 */
export interface Traffic {
  /** What comes from one instant on, up to but not including another, in the order in which it comes. */
  between(from: Instant, to: Instant): Iterable<Occurrence>;
}

/** A world where nothing happens but what clients do. */
export const noTraffic: Traffic = { between: () => [] };

/**
 * Occurrences that are written down, such as a story's: each comes at its time, those of one instant in their order.
 *
 * @example
 * ```ts
 * together(monthlyTraffic(zone, eventsOf), scripted([{ at, step: (world) => void world.openSubaccount(world.main) }]));
 * ```
 */
export function scripted(occurrences: readonly Occurrence[]): Traffic {
  const inOrder = occurrences.toSorted((a, b) => compareInstants(a.at, b.at));
  return { between: (from, to) => inOrder.filter(({ at }) => !isBefore(at, from) && isBefore(at, to)) };
}

/** What several sources bring, in the order of time; of what comes at one instant, the first source's first. */
export function together(...sources: readonly Traffic[]): Traffic {
  return {
    between: (from, to) =>
      sources.flatMap((each) => [...each.between(from, to)]).sort((a, b) => compareInstants(a.at, b.at)),
  };
}

/** Events one by one in the order in which they become known, month by month, such as a simulator makes them. */
export type MonthOfEvents = (month: Month) => Iterable<FlexEvent>;

interface Cursor {
  readonly events: Iterator<FlexEvent>;
  next: FlexEvent | undefined;
  readonly from: Instant;
  to: Instant;
}

/**
 * Traffic of months of events. An event comes at its `time`: when it became known. What stands for longer than a month
 * (seats, numbers) may be told again each month, and comes once.
 *
 * @param since nothing comes before this
 *
 * @example
 * ```ts
 * monthlyTraffic(calendar("UTC"), (month) => simulate(profile, { month, seed: 7 }));
 * ```
 */
export function monthlyTraffic(zone: Calendar, eventsOf: MonthOfEvents, since?: Instant): Traffic {
  const cursors = new Map<Month, Cursor>();
  const open = (month: Month, from: Instant): Cursor => {
    const known = cursors.get(month);
    if (known !== undefined && compareInstants(known.to, from) === 0) return known;
    const events = eventsOf(month)[Symbol.iterator]();
    const cursor = { events, next: advance(events), from, to: from };
    cursors.set(month, cursor);
    while (cursor.next !== undefined && isBefore(knownAt(cursor.next), from)) cursor.next = advance(events);
    return cursor;
  };
  return {
    between: (from, to) => {
      const begin = since !== undefined && isBefore(from, since) ? since : from;
      if (!isBefore(begin, to)) return [];
      const found: Occurrence[] = [];
      const [first, last] = [previousMonth(zone.monthOf(begin)), zone.monthOf(to)];
      for (const month of cursors.keys()) if (month < first || month > last) cursors.delete(month);
      for (let month = first; month <= last; month = nextMonth(month)) {
        if (since !== undefined && month < zone.monthOf(since)) continue;
        const cursor = open(month, begin);
        for (let event = cursor.next; event !== undefined && isBefore(knownAt(event), to); event = cursor.next) {
          found.push({ at: knownAt(event), event: standing(event) });
          cursor.next = advance(cursor.events);
        }
        cursor.to = to;
      }
      return found.sort((a, b) => compareInstants(a.at, b.at));
    },
  };
}

function advance(events: Iterator<FlexEvent>): FlexEvent | undefined {
  const { done, value } = events.next();
  return done === true ? undefined : value;
}

/** What a month tells again of what began before has one identity. */
function standing(event: FlexEvent): FlexEvent {
  if (event.type === "dev.flexbill.number")
    return { ...event, source: "/standing", id: `${event.data.number} ${event.data.purchased}` };
  if (event.type === "dev.flexbill.seat")
    return { ...event, source: "/standing", id: `${event.data.user} ${event.data.start}` };
  return event;
}

/** When an event becomes known; without a `time`, when it happens. */
function knownAt(event: FlexEvent): Instant {
  return instant(event.time ?? momentOf(event));
}

function momentOf({ type, data }: FlexEvent): string {
  if (type === "dev.flexbill.number") return data.purchased;
  return "at" in data ? data.at : data.start;
}
