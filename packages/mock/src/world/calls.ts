import { addSeconds, type Instant, isBefore, parseExact, zero } from "@flexbill/kernel";
import { type CallFacts, callStatuses } from "@flexbill/twilio";
import type { CallLeg } from "@flexbill/usage";
import type { EventLog, LoggedEventOf } from "./event-log.ts";
import { newestFirst } from "./newest-first.ts";
import { fictionalNumber, ownNumber, type Parties } from "./parties.ts";
import { nothingRemembered, type Remembered } from "./remembered.ts";
import { sidOf } from "./sids.ts";
import type { SinglePrice } from "./single-price.ts";

type LoggedLeg = LoggedEventOf<"dev.flexbill.call-leg">;

/** The calls of an account, as its log tells them. */
export interface Calls {
  /** Every leg that has begun and was not erased, newest first; not yet priced. */
  list(now: Instant): readonly CallFacts[];
  find(sid: string, now: Instant): CallFacts | undefined;
  /** The event behind a call. */
  eventOf(sid: string): LoggedLeg["event"] | undefined;
  /** Remembers who a client said takes part. */
  between(sid: string, parties: Parties): void;
  /** Takes a call off the list; what it used stays used. */
  erase(sid: string): boolean;
}

/** What calls need to know of their account. */
export interface CallsOf {
  readonly account: string;
  readonly currency: string;
  readonly log: EventLog;
  readonly price: SinglePrice;
}

/** Opens the calls of an account. The first leg told of a call is the call; the others are its children. */
export function createCalls(
  { account, currency, log, price }: CallsOf,
  { erased, said }: Remembered<Parties> = nothingRemembered(),
): Calls {
  const begun = newestFirst(log, "dev.flexbill.call-leg");
  const bySid = new Map<string, LoggedLeg>();
  const sidOfLeg = new Map<LoggedLeg, { readonly sid: string; readonly parent: string | null }>();
  const parents = new Map<string, string>();
  let named = 0;

  const nameNew = (): void => {
    const legs = log.ofType("dev.flexbill.call-leg");
    for (const leg of legs.slice(named)) {
      const { call } = leg.event.data;
      const parent = parents.get(call) ?? null;
      const sid = sidOf("CA", parent === null ? call : `${call}/${leg.event.source}/${leg.event.id}`);
      if (parent === null) parents.set(call, sid);
      sidOfLeg.set(leg, { sid, parent });
      bySid.set(sid, leg);
    }
    named = legs.length;
  };
  const outline = (leg: LoggedLeg, now: Instant): CallFacts => {
    const { sid, parent } = sidOfLeg.get(leg) ?? { sid: "", parent: null };
    const { status, end } = stateOf(leg, now);
    const parties = said.get(sid);
    const direction = directionOf(leg.event.data, parent, parties !== undefined);
    const named = parties ?? partiesOf(leg.event.data);
    return { sid, account, parent, ...named, direction, status, start: leg.begin, end, price: null, currency };
  };
  const priced = (leg: LoggedLeg, now: Instant): CallFacts => {
    const call = outline(leg, now);
    return call.status === "completed" ? { ...call, price: price(leg) ?? null } : call;
  };
  return {
    list: (now) => {
      nameNew();
      return begun(now)
        .filter((leg) => !erased.has(sidOfLeg.get(leg)?.sid ?? ""))
        .map((leg) => outline(leg, now));
    },
    find: (sid, now) => {
      nameNew();
      const leg = erased.has(sid) ? undefined : bySid.get(sid);
      return leg === undefined || isBefore(now, leg.begin) ? undefined : priced(leg, now);
    },
    eventOf: (sid) => bySid.get(sid)?.event,
    between: (sid, parties) => {
      said.set(sid, parties);
    },
    erase: (sid) => {
      nameNew();
      if (!bySid.has(sid) || erased.has(sid)) return false;
      erased.add(sid);
      return true;
    },
  };
}

/** A leg rings no bell here: it goes on from its begin for its seconds, then it is what its event says. */
function stateOf({ event, begin }: LoggedLeg, now: Instant): Pick<CallFacts, "status" | "end"> {
  const seconds = parseExact(event.data.seconds);
  const end = addSeconds(begin, seconds.ok ? seconds.value : zero);
  if (isBefore(now, end)) return { status: "in-progress", end: null };
  const status = callStatuses.find((each) => each === event.data.status);
  return { status: status ?? "failed", end };
}

function directionOf({ direction }: CallLeg, parent: string | null, byClient: boolean): CallFacts["direction"] {
  if (direction === "inbound") return "inbound";
  return parent === null || byClient ? "outbound-api" : "outbound-dial";
}

function partiesOf({ leg, direction, call, user }: CallLeg): Parties {
  const agent = leg === "client" ? `client:${user ?? "agent"}` : `sip:${user ?? "agent"}@example.com`;
  const other = leg === "pstn" ? fictionalNumber(call) : agent;
  return direction === "inbound" ? { from: other, to: ownNumber } : { from: ownNumber, to: other };
}
