import { calendar, type Instant } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import type { Account, AccountMemory, AccountStatus } from "./account.ts";
import { createAccountUsage } from "./account-usage.ts";
import { createCalls } from "./calls.ts";
import { createEventLog } from "./event-log.ts";
import { lateEventLog } from "./late-event-log.ts";
import { createMessages, type Said } from "./messages.ts";
import type { Parties } from "./parties.ts";
import { nothingRemembered } from "./remembered.ts";
import { singlePrices } from "./single-price.ts";
import { openStore } from "./taskrouter/store.ts";
import { knownEvents, ratingIn, trueTerms } from "./true-terms.ts";

/** What an account is made of. */
export interface AccountSeed {
  readonly owner: string;
  readonly authToken: string;
  readonly friendlyName: string;
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  /** Draws what the contract leaves open: see `trueTerms`. */
  readonly truth?: number | undefined;
  /** Read when something is first asked of them, and again where the account was saved before that. */
  readonly events: Iterable<FlexEvent>;
  /** When it was created; where the contract does not say, its first event, but not after this. */
  readonly created: Instant;
  readonly memory?: AccountMemory;
}

/** Opens an account. */
export function openAccount(seed: AccountSeed): Account {
  const { contract, priceBook, created } = seed;
  const memory = seed.memory ?? newMemory(seed);
  const terms = trueTerms({ contract, priceBook }, seed.truth);
  const zone = calendar(contract.timeZone);
  const log = lateEventLog(seed.events, (events) =>
    createEventLog(contract.account, knownEvents(terms, [...events]), zone),
  );
  const told = {
    account: contract.account,
    currency: contract.currency,
    log,
    price: singlePrices(terms),
  };
  return {
    sid: contract.account,
    owner: seed.owner,
    authToken: seed.authToken,
    created,
    contract,
    log,
    terms,
    usage: createAccountUsage((month) => ratingIn(terms, month), zone, log, created),
    calls: createCalls(told, memory.calls),
    messages: createMessages(told, memory.messages),
    memory,
    updated: created,
    friendlyName: seed.friendlyName,
    status: "active",
  };
}

function newMemory({ contract, created }: AccountSeed): AccountMemory {
  const [logout] = contract.logoutActivity;
  return {
    calls: nothingRemembered<Parties>(),
    messages: nothingRemembered<Said>(),
    taskrouter: openStore(contract.account, logout?.activity ?? "Offline", created),
    keys: new Map(),
    flex: new Map(),
  };
}

/** Why an account cannot be in a state: its own end, or its parent's. */
export type StatusRefusal = "closed" | "parent-suspended";

/** Changes an account; a closed one stays closed, and a suspended parent keeps its subaccounts from coming back. */
export function updateAccount(
  account: Account,
  parent: Account,
  change: { readonly friendlyName?: string; readonly status?: AccountStatus },
  at: Instant,
): StatusRefusal | undefined {
  const { status, friendlyName } = change;
  if (status !== undefined && status !== account.status) {
    if (account.status === "closed") return "closed";
    if (status === "active" && parent !== account && parent.status !== "active") return "parent-suspended";
    account.status = status;
  }
  if (friendlyName !== undefined) account.friendlyName = friendlyName;
  account.updated = at;
  return undefined;
}

/** The name a subaccount gets where its maker gives none. */
export function defaultSubaccountName(at: Date): string {
  const [day = "", time = ""] = at.toISOString().split("T");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const clock = `${String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return `SubAccount Created at ${day} ${clock} ${hour < 12 ? "am" : "pm"}`;
}
