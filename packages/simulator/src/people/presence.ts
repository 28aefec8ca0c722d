import type { Centre } from "../centre.ts";
import { instantText } from "../clock/instant-text.ts";
import { isWanted, tell, wantedLength } from "../telling/tell.ts";
import type { ActivityState } from "./activity.ts";
import type { Agent } from "./agent.ts";

/** Puts a user into another activity and tells the interval that ends; null where the seat is nobody's any more. */
export function enter(centre: Centre, agent: Agent, activity: ActivityState | null, now: number): void {
  if (agent.activity === activity) return;
  tellPresence(centre, agent, now, now);
  agent.activity = activity;
  agent.since = now;
}

/** Tells the interval that a user is in, known now; `end` null where it has not ended. */
export function tellPresence(centre: Centre, agent: Agent, now: number, end: number | null): void {
  const { activity, since, team, user } = agent;
  if (activity === null || since >= centre.to || (end !== null && (end <= since || end <= centre.from))) return;
  if (activity !== centre.activities.logout) team.tallies.billable += wantedLength(centre, since, end ?? centre.to);
  tell(centre, now, team.account, "dev.flexbill.presence", {
    user,
    activity: activity.sid,
    activityName: activity.name,
    start: instantText(since),
    end: end === null ? null : instantText(end),
  });
}

/** Tells that a user signed in to Flex. */
export function tellSignIn(centre: Centre, agent: Agent, now: number): void {
  if (!isWanted(centre, now)) return;
  const { user } = agent;
  tell(centre, now, agent.team.account, "dev.flexbill.sign-in", { user, at: instantText(now) });
}
