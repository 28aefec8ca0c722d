import { decimal, divide, type Exact } from "@flexbill/kernel";
import { type Spans, spannedSeconds } from "../spans.ts";
import type { Cell } from "../tally.ts";
import { userCell } from "./user-cell.ts";

const secondsAnHour = decimal(3600);

/** By user, the hours of the union of time outside the Logout Activity, exactly (T-07, T-08). */
export function hoursOf(users: ReadonlyMap<string, Spans>): ReadonlyMap<string, Exact> {
  return new Map(Array.from(users, ([user, spans]) => [user, divide(spannedSeconds(spans), secondsAnHour)]));
}

/** The hours as cells, one a user. */
export function flexActiveUserHour(hours: ReadonlyMap<string, Exact>): readonly Cell[] {
  return Array.from(hours, ([user, quantity]) => userCell("flex-active-user-hour", "hour", user, quantity));
}
