import { type Calendar, compareInstants, type Instant, type Interval, instant, type Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";

/** An event with its instants read once: `end` is null where it has not ended, undefined where it has no length. */
export interface LoggedEvent {
  readonly event: FlexEvent;
  readonly begin: Instant;
  readonly end: Instant | null | undefined;
}

/** Everything that happened in one account, found by the month it matters to. */
export interface EventLog {
  /** Adds an event unless its identity is known; says whether it was added. */
  add(event: FlexEvent): boolean;
  /** The events that the metering of a month has to see. */
  relevantTo(month: Month, options: { readonly earlierPresence: boolean }): readonly LoggedEvent[];
  /** The first instant of any event, undefined while the log is empty. */
  earliest(): Instant | undefined;
}

/** Opens a log in a calendar and fills it. */
export function createEventLog(events: Iterable<FlexEvent>, calendar: Calendar): EventLog {
  const known = new Set<string>();
  const months = new Map<Month, LoggedEvent[]>();
  const lasting: LoggedEvent[] = [];
  const fees: LoggedEvent[] = [];
  let earliest: Instant | undefined;

  const add = (event: FlexEvent): boolean => {
    const identity = JSON.stringify([event.source, event.id]);
    if (known.has(identity)) return false;
    known.add(identity);
    const logged = read(event);
    file(months, calendar.monthOf(logged.begin), logged);
    if (outlivesItsMonth(logged, calendar)) lasting.push(logged);
    if (event.type === "dev.flexbill.fee") fees.push(logged);
    if (earliest === undefined || compareInstants(logged.begin, earliest) < 0) earliest = logged.begin;
    return true;
  };
  for (const event of events) add(event);

  return {
    add,
    earliest: () => earliest,
    relevantTo: (month, { earlierPresence }) => {
      const period = calendar.period(month);
      const own = months.get(month) ?? [];
      const earlier = lasting.filter((each) => isBefore(each.begin, period.start) && reaches(each, period));
      const credited = earlierPresence ? presenceBefore(months, month, earlier) : [];
      const otherFees = fees.filter(({ begin }) => calendar.monthOf(begin) !== month);
      return [...credited, ...earlier, ...own, ...otherFees];
    },
  };
}

/** The instant that dates an event: its begin, or the moment it happened. */
export function beginOf(event: FlexEvent): Instant {
  return read(event).begin;
}

function read(event: FlexEvent): LoggedEvent {
  switch (event.type) {
    case "dev.flexbill.presence":
    case "dev.flexbill.seat":
      return { event, begin: instant(event.data.start), end: endOf(event.data.end) };
    case "dev.flexbill.recording":
      return { event, begin: instant(event.data.start), end: endOf(event.data.deleted) };
    case "dev.flexbill.number":
      return { event, begin: instant(event.data.purchased), end: endOf(event.data.released) };
    case "dev.flexbill.call-leg":
      return { event, begin: instant(event.data.start), end: undefined };
    default:
      return { event, begin: instant(event.data.at), end: undefined };
  }
}

function endOf(text: string | null): Instant | null {
  return text === null ? null : instant(text);
}

function file(months: Map<Month, LoggedEvent[]>, month: Month, logged: LoggedEvent): void {
  const filed = months.get(month);
  if (filed === undefined) months.set(month, [logged]);
  else filed.push(logged);
}

function outlivesItsMonth({ begin, end }: LoggedEvent, calendar: Calendar): boolean {
  if (end === undefined) return false;
  return end === null || !isBefore(end, calendar.period(calendar.monthOf(begin)).end);
}

function reaches({ end }: LoggedEvent, period: Interval): boolean {
  return end === null || (end !== undefined && !isBefore(end, period.start));
}

function presenceBefore(
  months: ReadonlyMap<Month, readonly LoggedEvent[]>,
  month: Month,
  alreadyThere: readonly LoggedEvent[],
): readonly LoggedEvent[] {
  const there = new Set(alreadyThere);
  const before = [...months].filter(([each]) => each < month).flatMap(([, events]) => events);
  return before.filter((each) => each.event.type === "dev.flexbill.presence" && !there.has(each));
}

function isBefore(left: Instant, right: Instant): boolean {
  return compareInstants(left, right) < 0;
}
