import type { Event, Presence } from "../request.ts";
import {
  coveredSeconds,
  firstDayOf,
  isIn,
  lengthOf,
  type Moment,
  monthOf,
  monthsLater,
  overlap,
  periodOf,
  readMoment,
  type Span,
} from "./calendar.ts";
import {
  compare,
  type Fraction,
  fraction,
  isPositive,
  minus,
  nothing,
  over,
  readDecimal,
  single,
  total,
} from "./fraction.ts";
import { eventsOf } from "./known-events.ts";
import { inForce, type MonthContext } from "./month-context.ts";
import type { Measured } from "./usage-row.ts";

/** Hours and seats: who worked and who could have. */
export interface People {
  readonly hours: ReadonlyMap<string, Fraction>;
  readonly provisioned: ReadonlySet<string>;
  readonly freeHoursLeft: Fraction;
  readonly measurements: readonly Measured[];
}

export function meterPeople(events: readonly Event[], context: MonthContext): People {
  const presences = eventsOf(events, "dev.flexbill.presence").map(({ data }) => data);
  raisePresenceIssues(presences, context);
  const hours = hoursPerUser(presences, context, context.period);
  const seats = seatSpans(events, context);
  const provisioned = new Set(seats.keys());
  const signedIn = eventsOf(events, "dev.flexbill.sign-in")
    .filter(({ data }) => isIn(readMoment(data.at), context.period))
    .map(({ data }) => data.user);
  const active = new Set([...hours.keys(), ...signedIn]);
  const peak = context.assumption("named.method") === "distinct" ? provisioned.size : largestCrowd(seats);
  return {
    hours,
    provisioned,
    freeHoursLeft: freeHoursLeft(presences, context),
    measurements: [
      ...[...hours].map(([user, quantity]) => ({ product: "flex-active-user-hour", unit: "hour", quantity, user })),
      { product: "flex-named-user", unit: "user", quantity: fraction(BigInt(peak)) },
      ...[...provisioned].map((user) => ({ product: "flex-provisioned-user", unit: "user", quantity: single, user })),
      ...[...active].map((user) => ({ product: "flex-active-user", unit: "user", quantity: single, user })),
    ],
  };
}

/** Section 3: the union of time outside the Logout Activity in force, seconds ÷ 3600. Only users with any. */
function hoursPerUser(presences: readonly Presence[], context: MonthContext, period: Span): Map<string, Fraction> {
  const spans = new Map<string, Span[]>();
  for (const presence of presences) {
    const billed = billedSpans(presence, context, period);
    if (billed.length > 0) spans.set(presence.user, [...(spans.get(presence.user) ?? []), ...billed]);
  }
  return new Map([...spans].map(([user, billed]) => [user, over(coveredSeconds(billed), fraction(3600n))]));
}

function billedSpans(presence: Presence, context: MonthContext, period: Span): readonly Span[] {
  const inside = overlap({ start: readMoment(presence.start), end: endOf(presence, context) }, period);
  if (!inside) return [];
  const history = context.contract.logoutActivity ?? [];
  const changes = history
    .flatMap(({ from }) => (from === undefined ? [] : [readMoment(from)]))
    .filter((moment) => isIn(moment, inside));
  const edges = [inside.start, ...changes.sort(compare), inside.end];
  return edges
    .slice(1)
    .map((end, index) => ({ start: edges[index] ?? end, end }))
    .filter((piece) => isPositive(lengthOf(piece)) && logoutActivityAt(piece.start, context) !== presence.activity);
}

/** Section 5, `presence.openEnd`: up to the as-of instant, by default the period's end, never beyond it. */
function endOf({ end }: Presence, { asOf, period }: MonthContext): Moment {
  if (end !== null) return readMoment(end);
  return asOf !== undefined && compare(asOf, period.end) < 0 ? asOf : period.end;
}

function logoutActivityAt(moment: Moment, context: MonthContext): string | undefined {
  let found: { at: Moment | undefined; activity: string } | undefined;
  for (const { activity, from } of context.contract.logoutActivity ?? []) {
    const at = from === undefined ? undefined : readMoment(from);
    if (at !== undefined && compare(at, moment) > 0) continue;
    const later = !found || found.at === undefined || (at !== undefined && compare(at, found.at) > 0);
    if (later) found = { at, activity };
  }
  return found?.activity;
}

function raisePresenceIssues(presences: readonly Presence[], context: MonthContext): void {
  for (const presence of presences) {
    if (billedSpans(presence, context, context.period).length === 0) continue;
    if (presence.end === null) context.issues.add("presence.open");
    if (presence.activityName?.trim().toLowerCase() === "offline") context.issues.add("activity.offline-lookalike");
  }
}

/** Section 4, `credit`: the entry's free hours less the billable hours of the earlier months that it billed. */
function freeHoursLeft(presences: readonly Presence[], context: MonthContext): Fraction {
  const { plan, zone } = context;
  if (plan?.model !== "active-user-hour") return nothing;
  const [first] = presences.map(({ start }) => readMoment(start)).sort(compare);
  const used: Fraction[] = [];
  let month = first === undefined ? context.month : monthOf(zone, first);
  for (; month < context.month; month = monthsLater(month, 1)) {
    if (inForce(context.contract.plan ?? [], firstDayOf(month)) !== plan) continue;
    used.push(...hoursPerUser(presences, context, periodOf(zone, month)).values());
  }
  return minus(readDecimal(plan.freeHours ?? "0"), total(used));
}

/** Per provisioned user, the spans of the month in which a seat was theirs. */
function seatSpans(events: readonly Event[], { period }: MonthContext): Map<string, Span[]> {
  const seats = new Map<string, Span[]>();
  for (const { data } of eventsOf(events, "dev.flexbill.seat")) {
    const end = data.end === null ? period.end : readMoment(data.end);
    const inside = overlap({ start: readMoment(data.start), end }, period);
    if (inside) seats.set(data.user, [...(seats.get(data.user) ?? []), inside]);
  }
  return seats;
}

/** The largest number of distinct users at one instant; it is reached at the start of some seat. */
function largestCrowd(seats: ReadonlyMap<string, readonly Span[]>): number {
  const starts = [...seats.values()].flat().map(({ start }) => start);
  const crowds = starts.map((start) => [...seats.values()].filter((spans) => spans.some((s) => isIn(start, s))).length);
  return Math.max(0, ...crowds);
}
