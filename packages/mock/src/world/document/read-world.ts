import { inside, type Located, located, parseWith, shown } from "@flexbill/documents";
import { fail, type Instant, type Issue, issue, ok, type Result } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook } from "@flexbill/products";
import { type Contract, parseContract } from "@flexbill/terms";
import { type FlexEvent, isFlexEvent, parseLocatedEvent } from "@flexbill/usage";
import type { AccountState, WorldState } from "../world-state.ts";
import { type WorldDocument, worldDocumentSchema } from "./schema.ts";

/** A world as a document tells it: its state, and where its clock stands. */
export interface ReadWorld {
  readonly state: WorldState;
  readonly now: Instant;
}

/**
 * Reads the document of a world (`flexbill.world/1`) with all its problems at once, each with its place.
 *
 * @example
 * ```ts
 * const read = readWorld(JSON.parse(text));
 * if (read.ok) world.restore(read.value.state);
 * ```
 */
export function readWorld(document: Located | unknown): Result<ReadWorld> {
  const source = located(document);
  const outer = parseWith(worldDocumentSchema, source);
  const book = within("/priceBook", parsePriceBook(inside(source, "priceBook")));
  const accounts = accountsIn(source);
  const issues = [...outer.issues, ...book.issues, ...accounts.issues];
  if (!outer.ok || !book.ok || !accounts.ok) return fail(unique(issues));
  const contradictions = contradictionsOf(outer.value, accounts.value);
  if (contradictions.length > 0) return fail([...issues, ...contradictions]);
  return ok({ state: stateOf(outer.value, book.value, accounts.value), now: outer.value.now }, issues);
}

/** The documents inside an account. */
interface InsideAccount {
  readonly contract: Contract;
  readonly events: readonly FlexEvent[];
}

function accountsIn(source: Located): Result<readonly InsideAccount[]> {
  const list = inside(source, "accounts").value;
  const read = (Array.isArray(list) ? list : []).map((_, index) => accountIn(inside(source, "accounts", index), index));
  const issues = read.flatMap((each) => each.issues);
  const values = read.flatMap((each) => (each.ok ? [each.value] : []));
  return values.length === read.length ? ok(values, issues) : fail(issues);
}

function accountIn(source: Located, index: number): Result<InsideAccount> {
  const at = `/accounts/${index}`;
  const contract = within(`${at}/contract`, parseContract(inside(source, "contract")));
  const list = inside(source, "events").value;
  const events = (Array.isArray(list) ? list : []).map((each: unknown, place) =>
    isFlexEvent(each) ? ok(each) : within(`${at}/events/${place}`, parseLocatedEvent(inside(source, "events", place))),
  );
  const issues = [...contract.issues, ...events.flatMap((each) => each.issues)];
  const read = events.flatMap((each) => (each.ok ? [each.value] : []));
  return contract.ok && read.length === events.length
    ? ok({ contract: contract.value, events: read }, issues)
    : fail(issues);
}

/** What does not fit together: two accounts of one name, an owner or a trigger's account that is not there. */
function contradictionsOf({ accounts, triggers }: WorldDocument, inner: readonly InsideAccount[]): readonly Issue[] {
  const names = inner.map(({ contract }) => contract.account);
  const owners = names.filter((name, index) => accounts[index]?.owner === name);
  const options = owners.join(", ");
  const wrong = (path: string, found: string, isKnown: boolean) =>
    isKnown ? [] : [issue("schema.value", { path, found: shown(found), wanted: "one-of", params: { options } })];
  return [
    ...names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [
            issue("schema.value", {
              path: `/accounts/${index}/contract/account`,
              found: shown(name),
              wanted: "unique",
            }),
          ],
    ),
    ...accounts.flatMap(({ owner }, index) => wrong(`/accounts/${index}/owner`, owner, owners.includes(owner))),
    ...wrong("/accounts/0/owner", accounts[0]?.owner ?? "", accounts[0]?.owner === names[0]),
    ...triggers.flatMap(({ account }, index) => wrong(`/triggers/${index}/account`, account, names.includes(account))),
  ];
}

function stateOf(
  { truth, sidsMade, accounts, triggers }: WorldDocument,
  priceBook: PriceBook,
  inner: readonly InsideAccount[],
): WorldState {
  const drawn = truth ?? undefined;
  return {
    priceBook,
    truth: drawn,
    sidsMade,
    triggers: triggers.map(({ firedIn, ...trigger }) => ({ trigger, firedIn: firedIn ?? undefined })),
    accounts: accounts.flatMap((outer, index) => {
      const documents = inner[index];
      return documents === undefined ? [] : [accountStateOf(outer, { ...documents, priceBook, truth: drawn })];
    }),
  };
}

function accountStateOf(
  account: WorldDocument["accounts"][number],
  inner: InsideAccount & { readonly priceBook: PriceBook; readonly truth: number | undefined },
): AccountState {
  const { owner, authToken, friendlyName, status, created, updated, keys, calls, messages, taskrouter, flex } = account;
  const memory = {
    calls: { erased: new Set(calls.erased), said: new Map(Object.entries(calls.said)) },
    messages: { erased: new Set(messages.erased), said: new Map(Object.entries(messages.said)) },
    keys: new Map(keys.map((key) => [key.sid, key])),
    taskrouter: {
      rows: new Map(taskrouter.rows.map((row) => [row.sid, row])),
      removed: new Set(taskrouter.removed),
      happenings: [...taskrouter.happenings],
    },
    flex: new Map(Object.entries(flex)),
  };
  return { seed: { owner, authToken, friendlyName, created, ...inner, memory }, status, updated };
}

function within<T>(prefix: string, result: Result<T>): Result<T> {
  const issues = result.issues.map((found) => ({ ...found, path: `${prefix}${found.path}` }));
  return result.ok ? ok(result.value, issues) : fail(issues);
}

/** A member that is missing is told once, by the outer document. */
function unique(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}
