import { formatDecimal, formatInstant, type Instant } from "@flexbill/kernel";
import type { Account } from "../account.ts";
import type { ApiKey } from "../api-keys.ts";
import type { Happening, Row } from "../taskrouter/store.ts";
import { contractDocument, type Document, priceBookDocument } from "../terms-document.ts";
import type { AccountState, WorldState } from "../world-state.ts";
import { worldSchemaName } from "./schema.ts";

/**
 * A world's state as a document (`flexbill.world/1`) that `readWorld` reads back. It holds the tokens and secrets of its
 * own accounts, which open nothing but the world itself.
 *
 * @example
 * ```ts
 * JSON.stringify(worldDocument(world.save(), clock.now()));
 * ```
 */
export function worldDocument({ priceBook, truth, sidsMade, accounts, triggers }: WorldState, now: Instant): Document {
  return {
    schema: worldSchemaName,
    now: formatInstant(now),
    truth: truth ?? null,
    sidsMade,
    priceBook: priceBookDocument(priceBook),
    accounts: accounts.map(accountDocument),
    triggers: triggers.map(triggerDocument),
  };
}

/** A trigger, and when it last fired. */
export function triggerDocument({ trigger, firedIn }: WorldState["triggers"][number]): Document {
  return {
    ...trigger,
    triggerValue: formatDecimal(trigger.triggerValue),
    currentValue: formatDecimal(trigger.currentValue),
    ...dated(trigger),
    fired: trigger.fired === null ? null : formatInstant(trigger.fired),
    firedIn: firedIn ?? null,
  };
}

function accountDocument({ seed, status, updated }: AccountState): Document {
  const { events, memory } = seed;
  return {
    ...accountOutline({ ...seed, status, updated }),
    events: [...events],
    ...(memory && memoryDocument(memory)),
  };
}

/** An account without what happened in it. */
export function accountOutline(account: Pick<Account, OutlineKey>): Document {
  const { contract, owner, authToken, friendlyName, status } = account;
  return { contract: contractDocument(contract), owner, authToken, friendlyName, status, ...dated(account) };
}

type OutlineKey = "contract" | "owner" | "authToken" | "friendlyName" | "status" | "created" | "updated";

function memoryDocument({ keys, calls, messages, taskrouter, flex }: NonNullable<AccountState["seed"]["memory"]>) {
  return {
    keys: [...keys.values()].map(keyDocument),
    calls: { erased: [...calls.erased], said: Object.fromEntries(calls.said) },
    messages: { erased: [...messages.erased], said: Object.fromEntries(messages.said) },
    taskrouter: {
      rows: [...taskrouter.rows.values()].map(rowDocument),
      removed: [...taskrouter.removed],
      happenings: taskrouter.happenings.map(happeningDocument),
    },
    flex: Object.fromEntries(flex),
  };
}

/** A row of TaskRouter. */
export function rowDocument(row: Row): Document {
  return { ...row, ...dated(row) };
}

/** Something that happened in a workspace. */
export function happeningDocument(happening: Happening): Document {
  return { ...happening, at: formatInstant(happening.at) };
}

/** A key with its secret. */
export function keyDocument(key: ApiKey): Document {
  return { ...key, ...dated(key) };
}

function dated({ created, updated }: { readonly created: Instant; readonly updated: Instant }) {
  return { created: formatInstant(created), updated: formatInstant(updated) };
}
