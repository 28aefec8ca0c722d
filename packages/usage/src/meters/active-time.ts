import { earlier, type Instant, type Interval, type Issue, isBefore, issue, later } from "@flexbill/kernel";
import type { Presence } from "../events/presence.ts";
import type { Frame } from "../frame.ts";
import { instantOf } from "../instant-of.ts";
import { billedParts, type Exemptions } from "../logout-activity.ts";
import { pathOf } from "../path-of.ts";
import type { Spans } from "../spans.ts";
import { createSpansByUser, type SpansByUser } from "../spans-by-user.ts";
import type { Users } from "../users.ts";

/** Time of users outside the Logout Activity: in the month, and before it where somebody asks. */
export interface ActiveTime {
  readonly add: (presence: Presence, user: number, source: string, id: string) => void;
  /** By user, the billed time inside the month; users without any are left out. */
  readonly inMonth: (users: Users) => ReadonlyMap<string, Spans>;
  /** By user, the billed time before the month. */
  readonly before: (users: Users) => ReadonlyMap<string, Spans>;
  readonly issues: () => readonly Issue[];
}

/** What active time is counted in. */
export interface ActiveTimeOptions {
  readonly frame: Frame;
  readonly exemptions: Exemptions;
  /** From when on earlier time is kept; undefined keeps none. */
  readonly keepFrom: Instant | undefined;
}

/** Nobody's time yet. */
export function createActiveTime({ frame, exemptions, keepFrom }: ActiveTimeOptions): ActiveTime {
  const { period } = frame;
  const earlierPeriod = keepFrom === undefined ? undefined : { start: keepFrom, end: period.start };
  const month = createSpansByUser();
  const before = createSpansByUser();
  const open: Issue[] = [];
  const lookalikes = new Map<string, string>();

  /** A map would ask each text for a hash; there is seldom more than one Logout Activity. */
  const exempt = Array.from(exemptions.keys());

  /** Keeps a billed time; true where some of it is in the month. */
  function keepPart(user: number, start: Instant, end: Instant): boolean {
    if (earlierPeriod !== undefined)
      keep(before, user, later(start, earlierPeriod.start), earlier(end, earlierPeriod.end));
    return keep(month, user, later(start, period.start), earlier(end, period.end));
  }

  function keepParts(user: number, parts: readonly Interval[]): boolean {
    let kept = false;
    for (const { start, end } of parts) kept = keepPart(user, start, end) || kept;
    return kept;
  }

  return {
    add: (presence, user, source, id) => {
      const start = instantOf(presence.start);
      const end = presence.end === null ? frame.openEnd : instantOf(presence.end);
      if (!isBefore(start, period.end) || (earlierPeriod === undefined && !isBefore(period.start, end))) return;
      const kept = exempt.includes(presence.activity)
        ? keepParts(user, billedParts(exemptions, presence.activity, { start, end }))
        : keepPart(user, start, end);
      if (!kept) return;
      if (presence.end === null) open.push(openIssue(presence, source, id));
      if (isLookalike(presence.activityName)) noteLookalike(lookalikes, presence.activity, presence.activityName);
    },
    inMonth: month.byName,
    before: before.byName,
    issues: () => [...open, ...Array.from(lookalikes, ([activity, name]) => lookalikeIssue(activity, name))],
  };
}

function keep(spans: SpansByUser, user: number, start: Instant, end: Instant): boolean {
  if (!isBefore(start, end)) return false;
  spans.add(user, start, end);
  return true;
}

function isLookalike(name: string | undefined): name is string {
  return name !== undefined && name.trim().toLowerCase() === "offline";
}

/** Of several names of one activity the least, so that the order of events does not matter. */
function noteLookalike(lookalikes: Map<string, string>, activity: string, name: string): void {
  const known = lookalikes.get(activity);
  if (known === undefined || name < known) lookalikes.set(activity, name);
}

function openIssue({ user, activity, start }: Presence, source: string, id: string): Issue {
  return issue("presence.open", {
    path: pathOf("events", source, id),
    clause: "T-07",
    params: { user, activity, start },
  });
}

function lookalikeIssue(activity: string, name: string): Issue {
  return issue("activity.offline-lookalike", {
    path: pathOf("activities", activity),
    found: name,
    clause: "T-08",
    params: { activity },
  });
}
