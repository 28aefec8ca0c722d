import { type Centre, instantOf } from "./centre.ts";
import type { Profile, Shift } from "./profile.ts";

/** One user of the contact centre, as they are at the current second. */
export interface Agent {
  readonly user: string;
  readonly shift: Shift;
  activity: Profile["activities"]["logout"];
  since: number;
  /** At work: a shift has begun and has not ended. */
  signedIn: boolean;
  /** On a call or finishing one. */
  busy: boolean;
  idleSince: number;
  /** The shift is over: leaves as soon as the call is done. */
  leaving: "stay" | "leave" | "forget";
  /** Minutes of a break that waits for the call to end. */
  breakDue: number;
  tasksToday: number;
  /** Seconds at work and on calls, for the statistics. */
  workedSeconds: number;
  signedInAt: number;
}

/** The users of a profile, numbered through its shifts, all logged out since a second. */
export function hire(profile: Profile, since: number): readonly Agent[] {
  const seats = profile.shifts.flatMap((shift) => Array.from({ length: shift.users }, () => shift));
  return seats.map((shift, at) => ({
    user: `WK${String(at + 1).padStart(32, "0")}`,
    shift,
    activity: profile.activities.logout,
    since,
    signedIn: false,
    busy: false,
    idleSince: since,
    leaving: "stay",
    breakDue: 0,
    tasksToday: 0,
    workedSeconds: 0,
    signedInAt: since,
  }));
}

/** Puts an agent into another activity and tells the interval that ends. */
export function enter(centre: Centre, agent: Agent, activity: Agent["activity"], now: number): void {
  if (agent.activity.sid === activity.sid) return;
  tellPresence(centre, agent, now, now);
  agent.activity = activity;
  agent.since = now;
}

/** Tells the interval that an agent is in; `end` null where it has not ended. */
export function tellPresence(centre: Centre, agent: Agent, now: number, end: number | null): void {
  if (end !== null && end <= agent.since) return;
  centre.tell(
    now,
    {
      type: "dev.flexbill.presence",
      data: {
        user: agent.user,
        activity: agent.activity.sid,
        activityName: agent.activity.name,
        start: instantOf(agent.since),
        end: end === null ? null : instantOf(end),
      },
    },
    { start: agent.since, end },
  );
}

/** At work and in the activity in which the next call may come. */
export const isFree = (centre: Centre, agent: Agent): boolean =>
  agent.signedIn && !agent.busy && agent.activity.sid === centre.profile.activities.available.sid;
