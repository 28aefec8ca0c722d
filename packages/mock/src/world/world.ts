import { earlier, epochMilliseconds, fromEpochMilliseconds, type Instant } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import type { Account } from "./account.ts";
import { type AccountSeed, defaultSubaccountName, openAccount } from "./accounts.ts";
import { beginOf } from "./event-log.ts";
import { createSids, type Sids } from "./sids.ts";
import { createTriggers, type Triggers } from "./triggers.ts";
import { knownEvent } from "./true-terms.ts";
import { accountOfState, stateOfAccount, type WorldState } from "./world-state.ts";

/** What a world is made of. The contract holds the limits and prices as far as they are known or set. */
export interface WorldOptions {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  /** Read once: when the world is made where a contract does not say when its account was opened, else when needed. */
  readonly events: Iterable<FlexEvent>;
  /** Draws the limits, prices and fees that Twilio knows and the contract leaves open; without one, none are drawn. */
  readonly truth?: number | undefined;
  /** Subaccounts that are there from the first, each on terms of its own; events name them as their `subject`. */
  readonly subaccounts?: readonly SubaccountOptions[];
  /** The clock. The world never looks at another one. */
  readonly now: () => Instant;
  /** The main account's token; 32 zeros by default. */
  readonly authToken?: string;
  readonly friendlyName?: string;
}

/** A subaccount that a world begins with. */
export interface SubaccountOptions {
  readonly contract: Contract;
  readonly friendlyName: string;
}

/** The state behind the mock: accounts with what happened in them, and a clock. */
export interface World {
  readonly now: () => Instant;
  /** Up to when usage is known: the last whole minute. */
  asOf(): Instant;
  readonly main: Account;
  /** Accounts by SID, the main one first. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly sids: Sids;
  readonly triggers: Triggers;
  /** Tells the world of something that happened; false where it was known already, or to nobody here. */
  happened(event: FlexEvent): boolean;
  /** Tells the world what is now known of something that happened, such as its end; false where it never heard of it. */
  becameKnown(event: FlexEvent): boolean;
  /** Opens a subaccount of an account, on its parent's terms. */
  openSubaccount(parent: Account, friendlyName?: string): Account;
  /** Everything the world holds; the clock is not part of it. */
  save(): WorldState;
  /** Puts everything back as it was saved. Accounts become new values: look them up again. */
  restore(state: WorldState): void;
}

/** The token of the main account where none is given. */
export const defaultAuthToken = "0".repeat(32);

const settlingMilliseconds = 60_000;

/**
 * A world with one main account.
 *
 * @example
 * ```ts
 * const world = createWorld({ contract, priceBook, events: [], now: () => instant("2026-01-31T12:00:00Z") });
 * ```
 */
export function createWorld(options: WorldOptions): World {
  const { now } = options;
  let { priceBook, truth } = options;
  let sids = createSids(options.contract.account);
  const opened = openFirst(options, sids);
  let [main] = opened;
  const accounts = new Map(opened.map((account) => [account.sid, account]));
  const triggers = createTriggers();
  return {
    now,
    asOf: () => {
      const milliseconds = epochMilliseconds(now());
      return fromEpochMilliseconds(milliseconds - (milliseconds % settlingMilliseconds));
    },
    get main() {
      return main;
    },
    accounts,
    get sids() {
      return sids;
    },
    triggers,
    happened: (event) => {
      const account = accounts.get(event.subject);
      const logged = account?.log.add(knownEvent(account.terms, event));
      if (logged !== undefined) account?.usage.tell(logged, true);
      return logged !== undefined;
    },
    becameKnown: (event) => {
      const account = accounts.get(event.subject);
      const logged = account?.log.amend(event);
      if (logged !== undefined) account?.usage.tell(logged, false);
      return logged !== undefined;
    },
    openSubaccount: (parent, friendlyName) => {
      const created = now();
      const account = openAccount({
        owner: parent.sid,
        authToken: sids.next(""),
        friendlyName: friendlyName ?? defaultSubaccountName(new Date(epochMilliseconds(created))),
        contract: termsOfSubaccount(parent.contract, sids.next("AC"), created),
        priceBook,
        truth,
        events: [],
        created,
      });
      accounts.set(account.sid, account);
      return account;
    },
    save: () => ({
      priceBook,
      truth,
      accounts: [...accounts.values()].map((each) => stateOfAccount(each, priceBook, truth)),
      triggers: triggers.save(),
      sidsMade: sids.made,
    }),
    restore: (state) => {
      const restored = state.accounts.map(accountOfState);
      [main = main] = restored;
      ({ priceBook, truth } = state);
      accounts.clear();
      for (const account of restored) accounts.set(account.sid, account);
      triggers.restore(state.triggers);
      sids = createSids(main.sid, state.sidsMade);
    },
  };
}

/** The main account and the subaccounts that are there from the first; an event of nobody here is told to the main one. */
function openFirst(options: WorldOptions, sids: Sids): readonly [Account, ...Account[]] {
  const { contract, subaccounts = [], priceBook, truth, events, now, authToken, friendlyName } = options;
  const owner = contract.account;
  const names = new Set(subaccounts.map((each) => each.contract.account));
  let told: ReadonlyMap<string, readonly FlexEvent[]> | undefined;
  const toldTo = (account: string): readonly FlexEvent[] => {
    told ??= Map.groupBy(events, ({ subject }) => (names.has(subject) ? subject : owner));
    return told.get(account) ?? [];
  };
  const open = (seed: Pick<AccountSeed, "contract" | "authToken" | "friendlyName">): Account => {
    const { account, opened } = seed.contract;
    const created = opened ?? toldTo(account).map(beginOf).reduce(earlier, now());
    const own = { [Symbol.iterator]: () => toldTo(account)[Symbol.iterator]() };
    return openAccount({ ...seed, owner, priceBook, truth, events: own, created });
  };
  const main = open({ contract, authToken: authToken ?? defaultAuthToken, friendlyName: friendlyName ?? "flexbill" });
  return [main, ...subaccounts.map((each) => open({ ...each, authToken: sids.next("") }))];
}

/** A subaccount has its parent's prices and limits; minimums, support plans and corrections stay with the parent. */
function termsOfSubaccount(parent: Contract, account: string, opened: Instant): Contract {
  const { commitment: _minimum, support: _plan, ...terms } = parent;
  const plan = parent.plan.map(({ committedUsers: _seats, ...entry }) => entry);
  return { ...terms, account, opened, plan, adjustments: [] };
}
