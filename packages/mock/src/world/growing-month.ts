import {
  add,
  calendar,
  compareInstants,
  type Decimal,
  formatInstant,
  type Instant,
  isBefore,
  isPositive,
  later,
  type Month,
  one,
  zero,
} from "@flexbill/kernel";
import type { Contract } from "@flexbill/terms";
import { categoryOf, countedIn } from "@flexbill/twilio";
import { createMetering, type FlexEvent, type Metered, meter } from "@flexbill/usage";
import { clip } from "./clip.ts";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { openGrowingStorage } from "./growing-storage.ts";
import { countInbound, type Inbound } from "./inbound.ts";
import { mergeRows } from "./merge-rows.ts";

/** A month that is metered as it goes on: each event is read once, however often the month is looked at. */
export interface GrowingMonth {
  /** Takes an event that begins at or after what was reached; says false where it begins before that. */
  tell(logged: LoggedEvent): boolean;
  /** The month so far, up to an instant at or after the last one asked for. */
  upTo(until: Instant): Metered;
  /** How often each leaf category was used so far: calls, messages and recordings. */
  counts(): ReadonlyMap<string, Decimal>;
  /** How much came in so far, of what the metering keeps no direction of. */
  inbound(): Inbound;
  reached(): Instant | undefined;
}

/**
 * Opens a month over the events of a log that matter to it. What lasts is told in pieces, each up to the instant asked for, so
 * nothing is known of the future; numbers, which are few, are cut and read again.
 */
export function openGrowingMonth(contract: Contract, month: Month, log: EventLog): GrowingMonth {
  const metering = createMetering({ contract, month });
  const period = calendar(contract.timeZone).period(month);
  const storage = openGrowingStorage(contract.account, month, period);
  const events = log.relevantTo(month, { earlierPresence: givesFreeHours(contract) });
  const waiting = events.toSorted((a, b) => compareInstants(b.begin, a.begin));
  const lasting = new Set<LoggedEvent>();
  const kept: LoggedEvent[] = [];
  const counts = new Map<string, Decimal>();
  const inbound = new Map<string, Decimal>();
  let from: Instant | undefined;
  /** The month as it stays until something comes, where nothing in it goes on. */
  let quiet: Metered | undefined;

  const comesBefore = (until: Instant): boolean => {
    const next = waiting.at(-1);
    return next !== undefined && isBefore(next.begin, until);
  };
  const begin = (logged: LoggedEvent): void => {
    countInto(counts, logged, period.start);
    countInbound(inbound, logged.event);
    const { event } = logged;
    if (event.type === "dev.flexbill.presence" || event.type === "dev.flexbill.seat") lasting.add(logged);
    else if (event.type === "dev.flexbill.number") kept.push(logged);
    else if (event.type === "dev.flexbill.recording") {
      metering.add({ ...event, data: { ...event.data, deleted: event.data.start } });
      storage.add(logged, event.data);
    } else metering.add(event);
  };
  return {
    reached: () => from,
    counts: () => counts,
    inbound: () => inbound,
    tell: (logged) => {
      if (from !== undefined && isBefore(logged.begin, from)) return false;
      waiting.push(logged);
      waiting.sort((a, b) => compareInstants(b.begin, a.begin));
      return true;
    },
    upTo: (until) => {
      const before = from;
      from = until;
      if (quiet !== undefined && !comesBefore(until)) return quiet;
      while (comesBefore(until)) begin(waiting.pop() as LoggedEvent);
      for (const logged of lasting) {
        metering.add(piece(logged, before, until));
        if (isOver(logged, until)) lasting.delete(logged);
      }
      const metered = metering.finish();
      const cut = kept.length === 0 ? [] : meter(clip(kept, until), { contract, month }).rows;
      const stored = storage.upTo(until);
      const grown = { ...metered, rows: mergeRows(metered.rows, [...cut, ...stored]) };
      quiet = lasting.size === 0 && kept.length === 0 && storage.isSettled() ? grown : undefined;
      return grown;
    },
  };
}

function givesFreeHours({ plan }: Contract): boolean {
  return plan.some(({ freeHours }) => freeHours !== undefined && isPositive(freeHours));
}

function isOver({ end }: LoggedEvent, until: Instant): boolean {
  return end !== null && end !== undefined && !isBefore(until, end);
}

/** The part of a lasting event that was not told yet, under an identity of its own. */
function piece(logged: LoggedEvent, from: Instant | undefined, until: Instant): FlexEvent {
  const { event, begin } = logged;
  const end = isOver(logged, until) && logged.end ? logged.end : until;
  const first = from === undefined || isBefore(from, begin);
  const start = formatInstant(first ? begin : later(begin, from));
  const id = first ? event.id : `${event.id} from ${start}`;
  return { ...event, id, data: { ...event.data, start, end: formatInstant(end) } } as FlexEvent;
}

function countInto(counts: Map<string, Decimal>, { event, begin }: LoggedEvent, start: Instant): void {
  const earlier = isBefore(begin, start);
  for (const { product, dimensions } of countedIn(event)) {
    if (earlier && product !== "recording-storage") continue;
    const category = categoryOf({ kind: "usage", product, dimensions });
    if (category !== null) counts.set(category, add(counts.get(category) ?? zero, one));
  }
}
