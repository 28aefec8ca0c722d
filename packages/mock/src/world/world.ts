import { calendar, earlier, epochMilliseconds, fromEpochMilliseconds, type Instant } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import type { Account } from "./account.ts";
import { createAccountUsage } from "./account-usage.ts";
import { createEventLog } from "./event-log.ts";

/** What a world is made of. The contract holds the true limits and prices, which Twilio would know. */
export interface WorldOptions {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  readonly events: Iterable<FlexEvent>;
  /** The clock. The world never looks at another one. */
  readonly now: () => Instant;
  /** The main account's token; 32 zeros by default. */
  readonly authToken?: string;
  readonly friendlyName?: string;
}

/** The state behind the mock: accounts with what happened in them, and a clock. */
export interface World {
  readonly now: () => Instant;
  /** Up to when usage is known: the last whole minute. */
  asOf(): Instant;
  readonly main: Account;
  /** Accounts by SID, the main one first. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Tells the world of something that happened; false where it was known already. */
  happened(event: FlexEvent): boolean;
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
  const main = mainAccount(options);
  const accounts = new Map([[main.sid, main]]);
  return {
    now: options.now,
    asOf: () => {
      const now = epochMilliseconds(options.now());
      return fromEpochMilliseconds(now - (now % settlingMilliseconds));
    },
    main,
    accounts,
    happened: (event) => {
      const account = accounts.get(event.subject);
      if (account === undefined || !account.log.add(event)) return false;
      account.usage.forget();
      return true;
    },
  };
}

function mainAccount({ contract, priceBook, events, now, ...names }: WorldOptions): Account {
  const log = createEventLog(events, calendar(contract.timeZone));
  const created = contract.opened ?? earlier(log.earliest() ?? now(), now());
  return {
    sid: contract.account,
    owner: contract.account,
    authToken: names.authToken ?? defaultAuthToken,
    created,
    contract,
    log,
    usage: createAccountUsage({ contract, priceBook }, log, created),
    updated: created,
    friendlyName: names.friendlyName ?? "flexbill",
    status: "active",
  };
}
