import { z } from "zod";
import { count, date, name, sid } from "./fields.ts";

const activity = z.object({
  sid: sid("WA"),
  name,
  /** Later names; the SID, and with it what is billed, stays the same (T-08). */
  renamed: z.array(z.object({ from: date, name })).default([]),
});

/** What a user can be in. `others` are named by breaks: training, or an activity that only looks like Offline. */
export const activities = z.object({
  /** The configured Logout Activity, the only one that is not billed. */
  logout: activity,
  available: activity,
  /** On a call; without it the user stays available, as Flex does by itself. */
  busy: activity.optional(),
  wrapUp: activity,
  break: activity,
  others: z.record(name, activity).default({}),
});

/** Flex's setting that logs out whom it cannot reach (closed lid, lost network); dated. */
export const enforceLogout = z.array(z.object({ from: date.optional(), on: z.boolean(), seconds: count.default(30) }));

export type Activities = z.infer<typeof activities>;
export type ActivityText = Activities["logout"];
