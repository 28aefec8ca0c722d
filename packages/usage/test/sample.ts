import { type Instant, instant, type Month, month } from "@flexbill/kernel";
import type { FlexEvent, MeteringContract, MeteringOptions } from "../src/index.ts";

export const account = "AC00000000000000000000000000000001";
export const logout = "WA-logout";
export const available = "WA-available";

let count = 0;

/** An event of the account, under an id of its own. */
export function event<Type extends FlexEvent["type"]>(
  type: Type,
  data: Extract<FlexEvent, { readonly type: Type }>["data"],
  rest: { readonly id?: string; readonly source?: string; readonly subject?: string; readonly time?: string } = {},
): FlexEvent {
  count += 1;
  const envelope = { specversion: "1.0", id: `e${count}`, source: "/test", subject: account, ...rest, type, data };
  return envelope as FlexEvent;
}

/** A user's time in an activity. */
export function presence(user: string, start: string, end: string | null, activity = available): FlexEvent {
  return event("dev.flexbill.presence", { user, activity, start, end });
}

/** A user's seat. */
export function seat(user: string, start: string, end: string | null): FlexEvent {
  return event("dev.flexbill.seat", { user, start, end });
}

/** Usage of May 2025 in UTC, one Logout Activity since ever, but for what a test says otherwise. */
export function options(
  changes: Partial<MeteringContract> = {},
  of: { readonly month?: Month; readonly asOf?: Instant } = {},
): MeteringOptions {
  const contract = {
    account,
    currency: "USD",
    timeZone: "UTC",
    logoutActivity: [{ activity: logout, from: instant("2000-01-01T00:00:00Z") }],
    plan: [],
    assumptions: { "named.method": "peak" as const },
    ...changes,
  };
  return { contract, month: month("2025-05"), ...of };
}
