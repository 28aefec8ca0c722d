import { one } from "@flexbill/kernel";
import type { Cell } from "../tally.ts";
import { userCell } from "./user-cell.ts";

/** One for each user who signed in, or was present outside the Logout Activity for any time (T-10). */
export function flexActiveUser(signedIn: Iterable<string>, present: Iterable<string>): readonly Cell[] {
  return Array.from(new Set([...signedIn, ...present]), (user) => userCell("flex-active-user", "user", user, one));
}
