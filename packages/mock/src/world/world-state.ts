import type { Instant } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Account, AccountStatus } from "./account.ts";
import { type AccountSeed, openAccount } from "./accounts.ts";
import { copyOfRemembered } from "./remembered.ts";
import { copyOfStore } from "./taskrouter/store.ts";
import type { TriggersState } from "./triggers.ts";

/** Everything that a world holds, taken at one moment; later changes do not reach it. */
export interface WorldState {
  readonly priceBook: PriceBook;
  /** What the limits and prices are drawn from that the contracts leave open. */
  readonly truth: number | undefined;
  /** The main account first. */
  readonly accounts: readonly AccountState[];
  readonly triggers: TriggersState;
  /** How many SIDs were made. */
  readonly sidsMade: number;
}

/** One account of a state. */
export interface AccountState {
  readonly seed: AccountSeed;
  readonly status: AccountStatus;
  readonly updated: Instant;
}

/** The state of an account. */
export function stateOfAccount(account: Account, priceBook: PriceBook, truth: number | undefined): AccountState {
  const { owner, authToken, friendlyName, contract, created, status, updated } = account;
  const memory = copyOfMemory(account.memory);
  const events = account.log.toKeep();
  return {
    seed: { owner, authToken, friendlyName, contract, priceBook, truth, events, created, memory },
    status,
    updated,
  };
}

/** An account as its state says. */
export function accountOfState({ seed, status, updated }: AccountState): Account {
  const account = openAccount({ ...seed, ...(seed.memory && { memory: copyOfMemory(seed.memory) }) });
  account.status = status;
  account.updated = updated;
  return account;
}

function copyOfMemory({ calls, messages, keys, taskrouter, flex }: Account["memory"]): Account["memory"] {
  return {
    calls: copyOfRemembered(calls),
    messages: copyOfRemembered(messages),
    taskrouter: copyOfStore(taskrouter),
    keys: new Map(keys),
    flex: new Map(flex),
  };
}
