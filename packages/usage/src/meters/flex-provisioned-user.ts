import { one } from "@flexbill/kernel";
import type { Cell } from "../tally.ts";
import type { Provisioning } from "./provisioning.ts";
import { userCell } from "./user-cell.ts";

/** One for each user with a seat at any instant of the month; never a line, it says who is entitled (T-41). */
export function flexProvisionedUser(provisioning: Provisioning): readonly Cell[] {
  return Array.from(provisioning.keys(), (user) => userCell("flex-provisioned-user", "user", user, one));
}
