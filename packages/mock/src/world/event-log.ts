import { type Calendar, earlier, type Instant, type Interval, instant, isBefore, type Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import { createArchive, type EventArchive } from "./event-archive.ts";
import { identityOf } from "./event-identity.ts";

/** An event with its instants read once: `end` is null where it has not ended, undefined where it has no length. */
export interface LoggedEvent {
  readonly event: FlexEvent;
  readonly begin: Instant;
  readonly end: Instant | null | undefined;
}

type Filed = { -readonly [Key in keyof LoggedEvent]: LoggedEvent[Key] };

/** A logged event of one type. */
export interface LoggedEventOf<Type extends FlexEvent["type"]> extends LoggedEvent {
  readonly event: Extract<FlexEvent, { readonly type: Type }>;
}

/** Everything that happened in one account, found by the month it matters to. */
export interface EventLog {
  /** Adds an event; undefined where its identity is known, or it is another account's. */
  add(event: FlexEvent): LoggedEvent | undefined;
  /** Replaces what an event says by what is known now, such as its end; it begins when it began. */
  amend(event: FlexEvent): LoggedEvent | undefined;
  /** The event of an identity, as it is known now. */
  find(identity: Pick<FlexEvent, "source" | "id">): FlexEvent | undefined;
  /** The events of a type, in the order they came. */
  ofType<Type extends FlexEvent["type"]>(type: Type): readonly LoggedEventOf<Type>[];
  /** The events that the metering of a month has to see. */
  relevantTo(month: Month, options: { readonly earlierPresence: boolean }): readonly LoggedEvent[];
  /** Every event, those of other accounts too: what was packed first, then the rest in the order they came. */
  all(): readonly FlexEvent[];
  /** Another number whenever something was added or amended. */
  version(): number;
  /** The first instant of any event, undefined while the log is empty. */
  earliest(): Instant | undefined;
}

/** Opens the log of an account in a calendar and fills it; events of other accounts only take their identity. */
export function createEventLog(account: string, events: Iterable<FlexEvent>, calendar: Calendar): EventLog {
  const files = createFiles(calendar);
  const { known, months, types, archive } = files;
  const lasting: Filed[] = [];
  let earliest: Instant | undefined;
  let version = 0;

  const add = (event: FlexEvent): LoggedEvent | undefined => {
    const identity = identityOf(event);
    if (known.has(identity) || archive.has(identity)) return undefined;
    const logged = read(event);
    version += 1;
    known.set(identity, logged);
    if (event.subject !== account) return undefined;
    files.put(logged);
    if (outlivesItsMonth(logged, calendar)) lasting.push(logged);
    earliest = earliest === undefined ? logged.begin : earlier(earliest, logged.begin);
    return logged;
  };
  for (const event of events) add(event);

  return {
    add,
    amend: (event) => {
      files.bringBack(identityOf(event));
      const logged = known.get(identityOf(event));
      if (logged === undefined) return undefined;
      const { end } = read(event);
      logged.event = event;
      logged.end = end;
      version += 1;
      return logged;
    },
    find: (identity) => known.get(identityOf(identity))?.event ?? archive.find(identityOf(identity)),
    ofType: (type) => (types.get(type) ?? []) as LoggedEventOf<typeof type>[],
    all: () => [...archive.all(), ...[...known.values()].map(({ event }) => event)],
    version: () => version,
    earliest: () => earliest,
    relevantTo: (month, { earlierPresence }) => {
      const period = calendar.period(month);
      const own = [...archive.of(month).map(read), ...(months.get(month) ?? [])];
      const earlier = lasting.filter((each) => isBefore(each.begin, period.start) && reaches(each, period));
      const credited = earlierPresence ? presenceBefore(months, month, earlier) : [];
      const otherFees = (types.get("dev.flexbill.fee") ?? []).filter(({ begin }) => calendar.monthOf(begin) !== month);
      return [...credited, ...earlier, ...own, ...otherFees];
    },
  };
}

/** Where the events of a log are kept: by identity, by month and by type; of months that are over, some packed. */
interface Files {
  readonly known: Map<string, Filed>;
  readonly months: Map<Month, Filed[]>;
  readonly types: Map<string, Filed[]>;
  readonly archive: EventArchive;
  /** Files an event; the first one of a new month packs what came before. */
  put(logged: Filed): void;
  /** Brings a month back that was packed, for what an identity names in it. */
  bringBack(identity: string): void;
}

function createFiles(calendar: Calendar): Files {
  const known = new Map<string, Filed>();
  const months = new Map<Month, Filed[]>();
  const types = new Map<string, Filed[]>();
  const archive = createArchive();
  let latest: Month | undefined;

  /** Packs what no list shows of the months before one. */
  const putAway = (before: Month): void => {
    for (const [month, filed] of months) {
      const { packed = [], kept = [] } = Object.groupBy(filed, ({ event }) => (isPackable(event) ? "packed" : "kept"));
      if (month >= before || packed.length === 0) continue;
      const events = packed.map(({ event }) => event);
      archive.put(month, events);
      months.set(month, kept);
      for (const event of events) known.delete(identityOf(event));
    }
    const isKept = ({ begin }: Filed) => calendar.monthOf(begin) >= before;
    for (const type of packableTypes) types.set(type, (types.get(type) ?? []).filter(isKept));
  };
  const file = (logged: Filed): void => {
    fileUnder(months, calendar.monthOf(logged.begin), logged);
    fileUnder(types, logged.event.type, logged);
  };
  return {
    ...{ known, months, types, archive },
    put: (logged) => {
      const month = calendar.monthOf(logged.begin);
      if (latest !== undefined && month > latest) putAway(month);
      latest = latest === undefined || month > latest ? month : latest;
      file(logged);
    },
    bringBack: (identity) => {
      for (const event of archive.takeMonthOf(identity)) {
        const logged = read(event);
        known.set(identityOf(event), logged);
        file(logged);
      }
    },
  };
}

/** Kinds of events that no list of Twilio's shows one by one: only what they come to. */
const packableTypes: readonly FlexEvent["type"][] = ["dev.flexbill.usage", "dev.flexbill.sign-in"];

function isPackable({ type }: FlexEvent): boolean {
  return packableTypes.includes(type);
}

/** The instant that dates an event: its begin, or the moment it happened. */
export function beginOf(event: FlexEvent): Instant {
  return read(event).begin;
}

function read(event: FlexEvent): Filed {
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

function fileUnder<Key>(files: Map<Key, Filed[]>, key: Key, logged: Filed): void {
  const filed = files.get(key);
  if (filed === undefined) files.set(key, [logged]);
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
