import type { Located } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import { eventsFrom } from "./story-events.ts";
import type { storySchema } from "./story-schema.ts";

type Members = Readonly<Record<string, unknown>>;

/** A user's seat, from when it was given until it was taken away. */
export interface HeldSeat {
  readonly user: string;
  readonly start: string;
  readonly end: string | null;
}

/** What an activity was called from an instant on. */
export interface ActivityName {
  readonly activity: string;
  readonly name: string;
  readonly at: string;
}

/** What is known at a moment of a story. */
export interface Known {
  readonly month: string;
  readonly contract: Members;
  readonly subaccounts: Readonly<Record<string, Members>>;
  readonly prices?: string | readonly Members[];
  readonly events: readonly FlexEvent[];
  readonly seats: readonly HeldSeat[];
  readonly names: readonly ActivityName[];
  readonly outages: readonly { readonly from: string; readonly to: string }[];
  /** The names of the bills looked at so far. */
  readonly bills: readonly string[];
  readonly invoices: readonly string[];
}

/** The account and the currency of a story whose contract does not say them. */
export const anyContract = { account: "AC00000000000000000000000000000001", currency: "USD" };

/** What is known before the first step. */
export function beginning(story: (typeof storySchema)["_output"], source: Located) {
  const contract: Members = { ...anyContract, ...story.contract };
  const told = eventsFrom(story.events, { source, path: ["events"], account: String(contract["account"]) });
  const known: Known = {
    month: story.month,
    contract,
    subaccounts: story.subaccounts,
    ...(story.prices === undefined ? {} : { prices: story.prices }),
    events: told.events,
    seats: [],
    names: [],
    outages: [],
    bills: [],
    invoices: [],
  };
  return { known, issues: told.issues as readonly Issue[] };
}
