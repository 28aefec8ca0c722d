import { inside, type Located, memberOf } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { type At, complaint } from "../complaint.ts";
import { capacities } from "./capacity.ts";
import { itemsOf } from "./names.ts";
import type { Profile } from "./profile.ts";

/** What no contact centre can be, whatever else is wrong with the profile: nobody in it, shifts without length. */
export function impossibleShifts(source: Located): readonly Issue[] {
  const shifts = itemsOf(source, "teams").flatMap(([team]) => itemsOf(source, ...team, "shifts"));
  const users = shifts.map(([, shift]) => memberOf(shift, "users"));
  const nobody =
    users.every((count) => count === 0) && Array.isArray(inside(source, "teams").value)
      ? [complaint("profile.no-agents", source, ["teams"], { wanted: "some-users" })]
      : [];
  return [...nobody, ...shifts.flatMap(([path, shift]) => impossibleShift(source, path, shift))];
}

function impossibleShift(source: Located, path: At, shift: unknown): readonly Issue[] {
  const minutes = memberOf(shift, "minutes");
  const at = [...path, "minutes"];
  if (minutes === 0) return [complaint("profile.empty-shift", source, at, { wanted: "positive-minutes" })];
  const most = daysUntilAgain(memberOf(shift, "weekdays")) * 1440;
  if (typeof minutes !== "number" || minutes <= most) return [];
  return [
    complaint("profile.overlapping-shift", source, at, { wanted: "a-week-at-most", params: { most: String(most) } }),
  ];
}

/** The fewest days between two days of a shift; a week where there is one only. */
function daysUntilAgain(weekdays: unknown): number {
  if (!Array.isArray(weekdays)) return 7;
  const days = [...new Set(weekdays.filter((day): day is number => typeof day === "number"))].sort((a, b) => a - b);
  const gaps = days.map((day, at) => (days[at + 1] ?? (days[0] as number) + 7) - day);
  return Math.min(7, ...gaps);
}

const rounded = (hours: number): string => String(Math.round(hours));

/** Queues to which more comes than their teams could ever do, or to whose contacts nobody will ever answer. */
export function impossibleQueues(source: Located, profile: Profile): readonly Issue[] {
  return capacities(profile).flatMap(({ queue, offered, staffed, contacts }) => {
    const path = ["queues", profile.queues.findIndex(({ id }) => id === queue)];
    const name = { found: queue };
    if (contacts > 0 && staffed === 0) {
      return [complaint("profile.unserved-queue", source, path, { ...name, wanted: "team-at-work" })];
    }
    if (offered <= staffed) return [];
    const params = { offered: rounded(offered), staffed: rounded(staffed) };
    return [complaint("profile.overloaded", source, path, { ...name, wanted: "more-users-or-fewer-contacts", params })];
  });
}
