import type { Instant } from "@flexbill/kernel";
import type { Contract } from "@flexbill/terms";
import type { AccountUsage } from "./account-usage.ts";
import type { ApiKey } from "./api-keys.ts";
import type { Calls } from "./calls.ts";
import type { LateEventLog } from "./late-event-log.ts";
import type { Messages, Said } from "./messages.ts";
import type { Parties } from "./parties.ts";
import type { Remembered } from "./remembered.ts";
import type { TaskRouterStore } from "./taskrouter/store.ts";
import type { TrueTerms } from "./true-terms.ts";

/** States of an account, as Twilio names them. */
export type AccountStatus = "active" | "suspended" | "closed";

/** What clients did to an account's lists. */
export interface AccountMemory {
  readonly calls: Remembered<Parties>;
  readonly messages: Remembered<Said>;
  readonly keys: Map<string, ApiKey>;
  readonly taskrouter: TaskRouterStore;
  /** Settings of Flex that were written, by name, as JSON texts. */
  readonly flex: Map<string, string>;
}

/** One account of the world: who it is, what it agreed to, what happened in it. */
export interface Account {
  readonly sid: string;
  /** The main account; its own SID where it is the main account. */
  readonly owner: string;
  readonly authToken: string;
  readonly created: Instant;
  /** What the user agreed to, as far as the user knows. */
  readonly contract: Contract;
  /** What it is billed by. */
  readonly terms: TrueTerms;
  readonly log: LateEventLog;
  readonly usage: AccountUsage;
  readonly calls: Calls;
  readonly messages: Messages;
  readonly memory: AccountMemory;
  updated: Instant;
  friendlyName: string;
  status: AccountStatus;
}
