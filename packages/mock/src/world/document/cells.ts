import { identityOf } from "../event-identity.ts";
import type { Document } from "../terms-document.ts";
import { worldSchemaName } from "./schema.ts";

/** What a cell may hold; those of one kind are told apart by their name. */
export type CellKind =
  | "world"
  | "account"
  | "event"
  | "key"
  | "call-erased"
  | "call-said"
  | "message-erased"
  | "message-said"
  | "row"
  | "row-removed"
  | "happening"
  | "flex"
  | "trigger";

/** A part of a world's document that changes by itself. */
export interface Cell {
  /** Whose it is; empty where it is the whole world's. */
  readonly account: string;
  readonly kind: CellKind;
  readonly name: string;
  /** As the document holds it; undefined: it is gone. */
  readonly value: unknown;
}

interface AccountParts extends Document {
  readonly contract: { readonly account: string };
  readonly events: readonly { readonly source: string; readonly id: string }[];
  readonly keys: readonly Named[];
  readonly calls: RememberedParts;
  readonly messages: RememberedParts;
  readonly taskrouter: {
    readonly rows: readonly Named[];
    readonly removed: readonly string[];
    readonly happenings: readonly unknown[];
  };
  readonly flex: Readonly<Record<string, string>>;
}

type Named = { readonly sid: string };

interface RememberedParts {
  readonly erased: readonly string[];
  readonly said: Document;
}

/** The cells of a world's document, in the order in which {@link documentOfCells} needs them. */
export function cellsOf(document: Document): readonly Cell[] {
  const { schema: _name, accounts, triggers, ...world } = document;
  return [
    ...Object.entries(world).map(([name, value]): Cell => ({ account: "", kind: "world", name, value })),
    ...(accounts as readonly AccountParts[]).flatMap(cellsOfAccount),
    ...named("", "trigger", triggers as readonly Named[]),
  ];
}

function cellsOfAccount(parts: AccountParts): readonly Cell[] {
  const { events, keys, calls, messages, taskrouter, flex, ...outline } = parts;
  const { account } = parts.contract;
  const one = (kind: CellKind, name: string, value: unknown): Cell => ({ account, kind, name, value });
  const marks = (kind: CellKind, names: readonly string[]) => names.map((name) => one(kind, name, true));
  const entries = (kind: CellKind, of: Document) => Object.entries(of).map(([name, value]) => one(kind, name, value));
  return [
    one("account", "", outline),
    ...events.map((event) => one("event", identityOf(event), event)),
    ...named(account, "key", keys),
    ...marks("call-erased", calls.erased),
    ...entries("call-said", calls.said),
    ...marks("message-erased", messages.erased),
    ...entries("message-said", messages.said),
    ...named(account, "row", taskrouter.rows),
    ...marks("row-removed", taskrouter.removed),
    ...taskrouter.happenings.map((each, index) => one("happening", String(index), each)),
    ...entries("flex", flex),
  ];
}

function named(account: string, kind: CellKind, all: readonly Named[]): readonly Cell[] {
  return all.map((value) => ({ account, kind, name: value.sid, value }));
}

/** The document that cells make, in the order in which they came to be. */
export function documentOfCells(cells: readonly Cell[]): Document {
  const byAccount = Map.groupBy(cells, ({ account }) => account);
  const shared = byAccount.get("") ?? [];
  const accounts = [...byAccount].filter(([account]) => account !== "").map(([, own]) => accountOfCells(own));
  const world = Object.fromEntries(pick(shared, "world").map(({ name, value }) => [name, value]));
  return { schema: worldSchemaName, ...world, accounts, triggers: values(shared, "trigger") };
}

function accountOfCells(cells: readonly Cell[]): Document {
  const names = (kind: CellKind) => pick(cells, kind).map(({ name }) => name);
  const entries = (kind: CellKind) => Object.fromEntries(pick(cells, kind).map(({ name, value }) => [name, value]));
  const [outline] = values(cells, "account");
  return {
    ...(outline as Document | undefined),
    events: values(cells, "event"),
    keys: values(cells, "key"),
    calls: { erased: names("call-erased"), said: entries("call-said") },
    messages: { erased: names("message-erased"), said: entries("message-said") },
    taskrouter: {
      rows: values(cells, "row"),
      removed: names("row-removed"),
      happenings: values(cells, "happening"),
    },
    flex: entries("flex"),
  };
}

function pick(cells: readonly Cell[], kind: CellKind): readonly Cell[] {
  return cells.filter((cell) => cell.kind === kind);
}

function values(cells: readonly Cell[], kind: CellKind): readonly unknown[] {
  return pick(cells, kind).map(({ value }) => value);
}
