import { timeZoneText } from "@flexbill/documents";
import { z } from "zod";
import { clock, count, dayOfYear, name, perMille, positive, spread, weekdays } from "./fields.ts";

const pause = z.object({
  /** Minutes after the start of the shift. */
  after: count,
  minutes: positive,
  /** One of the profile's other activities; the break by default. */
  activity: name.optional(),
  /** Days on which it happens; every day of the shift by default. */
  weekdays: weekdays.optional(),
});

const shift = z.object({
  name,
  users: count,
  /** Local clock time, HH:MM. */
  start: clock,
  /** May be longer than a day: a shift of a week has no handover. */
  minutes: count,
  weekdays,
  breaks: z.array(pause).default([]),
  /** Breaks are put off by up to so many minutes, each user's by their own, so that not all leave at once. */
  breakSpreadMinutes: count.default(0),
  /** Shifts begin up to so many minutes later, each user's by their own. */
  startSpreadMinutes: count.default(0),
  /** The part of the year for which these users are hired. */
  season: z.object({ from: dayOfYear, to: dayOfYear }).optional(),
});

const turnover = z.object({
  /** Seats that change hands in a month. */
  perMilleMonth: perMille,
  /** Whether the newcomer is provisioned before or after the leaver is removed (T-09). */
  swap: z.enum(["add-then-remove", "remove-then-add"]),
  /** Days that both are provisioned, for `add-then-remove`. */
  overlapDays: count.max(20).default(0),
});

/** People who work by the same rules. A team that no queue names works without contacts: supervisors, administrators. */
export const team = z.object({
  id: name,
  /** One of the profile's subaccounts; the main account by default. */
  account: name.optional(),
  timeZone: timeZoneText.optional(),
  shifts: z.array(shift).min(1),
  /** Conversations that one user keeps at a time. */
  concurrent: count.default(3),
  /** Shifts that nobody comes to. */
  absencePerMille: perMille.default(0),
  lateSeconds: spread.default(0),
  /** Works on holidays that close the others. */
  worksHolidays: z.boolean().default(false),
  /** Shifts of a month that end without a logout, on a computer that stays on: billed until the user comes back. */
  forgottenPerMonth: count.default(0),
  /** Shifts that end with a closed lid in place of a logout: what then happens depends on `enforceLogout`. */
  lidPerMille: perMille.default(0),
  /** Breaks with a closed lid. */
  lidBreakPerMille: perMille.default(0),
  turnover: turnover.optional(),
});

export type TeamText = z.infer<typeof team>;
export type Shift = TeamText["shifts"][number];
export type Pause = Shift["breaks"][number];
