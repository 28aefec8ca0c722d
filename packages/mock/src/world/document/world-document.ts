import { formatDecimal, formatInstant, type Instant } from "@flexbill/kernel";
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
    triggers: triggers.map(({ trigger, firedIn }) => ({
      ...trigger,
      triggerValue: formatDecimal(trigger.triggerValue),
      currentValue: formatDecimal(trigger.currentValue),
      ...dated(trigger),
      fired: trigger.fired === null ? null : formatInstant(trigger.fired),
      firedIn: firedIn ?? null,
    })),
  };
}

function accountDocument({ seed, status, updated }: AccountState): Document {
  const { owner, authToken, friendlyName, contract, created, events, memory } = seed;
  return {
    contract: contractDocument(contract),
    owner,
    authToken,
    friendlyName,
    status,
    ...dated({ created, updated }),
    events: [...events],
    ...(memory && memoryDocument(memory)),
  };
}

function memoryDocument({ keys, calls, messages, taskrouter, flex }: NonNullable<AccountState["seed"]["memory"]>) {
  return {
    keys: [...keys.values()].map(keyDocument),
    calls: { erased: [...calls.erased], said: Object.fromEntries(calls.said) },
    messages: { erased: [...messages.erased], said: Object.fromEntries(messages.said) },
    taskrouter: {
      rows: [...taskrouter.rows.values()].map((row: Row) => ({ ...row, ...dated(row) })),
      removed: [...taskrouter.removed],
      happenings: taskrouter.happenings.map((each: Happening) => ({ ...each, at: formatInstant(each.at) })),
    },
    flex: Object.fromEntries(flex),
  };
}

function keyDocument(key: ApiKey): Document {
  return { ...key, ...dated(key) };
}

function dated({ created, updated }: { readonly created: Instant; readonly updated: Instant }) {
  return { created: formatInstant(created), updated: formatInstant(updated) };
}
