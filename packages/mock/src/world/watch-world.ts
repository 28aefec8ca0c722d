import type { FlexEvent } from "@flexbill/usage";
import type { Account } from "./account.ts";
import type { Cell, CellKind } from "./document/cells.ts";
import {
  accountOutline,
  happeningDocument,
  keyDocument,
  rowDocument,
  triggerDocument,
} from "./document/world-document.ts";
import { identityOf } from "./event-identity.ts";
import type { World } from "./world.ts";

/** What changed in a world since somebody last looked. */
export interface WorldChanges {
  /** The cells that changed, those that are gone without a value; undefined where the whole world is another one. */
  take(): readonly Cell[] | undefined;
  /** What was taken was lost: everything counts as changed. */
  lost(): void;
}

type Read = () => Cell;

interface Seen {
  readonly outline: readonly unknown[];
  readonly happenings: number;
}

/** Watches a world from now on: each part of it that is written is read again when somebody looks. */
export function watchWorld(world: World): WorldChanges {
  const dirty = new Map<string, Read>();
  const seen = new Map<string, Seen>();
  const note = (account: string, kind: CellKind, name: string, read: () => unknown): void => {
    dirty.set(`${account} ${kind} ${name}`, () => ({ account, kind, name, value: read() }));
  };
  let isWhole = false;
  watchEvents(world, note);
  for (const account of world.accounts.values()) {
    watchMemory(account, note);
    seen.set(account.sid, seenOf(account));
  }
  onCall(world.accounts, ["set"], (_sid, account) => watchMemory(account as Account, note));
  onCall(world.accounts, ["clear"], () => {
    isWhole = true;
  });
  const triggers = watchTriggers(world);
  return {
    lost: () => {
      isWhole = true;
    },
    take: () => {
      const cells = [
        ...[...world.accounts.values()].flatMap((account) => sinceSeen(account, seen)),
        ...[...dirty.values()].map((read) => read()),
        ...triggers(),
      ];
      const found = isWhole ? undefined : cells;
      dirty.clear();
      isWhole = false;
      return found;
    },
  };
}

type Note = (account: string, kind: CellKind, name: string, read: () => unknown) => void;

function watchEvents(world: World, note: Note): void {
  onCall(world, ["happened", "becameKnown"], (given) => {
    const event = given as FlexEvent;
    const { subject } = event;
    // An event of nobody here is told to nobody.
    if (!world.accounts.has(subject)) return;
    note(subject, "event", identityOf(event), () => world.accounts.get(subject)?.log.find(event));
  });
}

function watchMemory({ sid, memory }: Account, note: Note): void {
  const { calls, messages, keys, taskrouter, flex } = memory;
  const onMap = <V>(kind: CellKind, map: Map<string, V>, written: (value: V) => unknown) =>
    onCall(map, ["set", "delete"], (name) =>
      note(sid, kind, String(name), () => {
        const value = map.get(String(name));
        return value === undefined ? undefined : written(value);
      }),
    );
  const onSet = (kind: CellKind, set: Set<string>) =>
    onCall(set, ["add", "delete"], (name) =>
      note(sid, kind, String(name), () => (set.has(String(name)) ? true : undefined)),
    );
  const asItIs = (value: unknown) => value;
  onMap("key", keys, keyDocument);
  onMap("call-said", calls.said, asItIs);
  onMap("message-said", messages.said, asItIs);
  onMap("row", taskrouter.rows, rowDocument);
  onMap("flex", flex, asItIs);
  onSet("call-erased", calls.erased);
  onSet("message-erased", messages.erased);
  onSet("row-removed", taskrouter.removed);
}

/** Says first with what a method is called, and then calls it. */
function onCall(target: object, methods: readonly string[], tell: (...given: readonly unknown[]) => void): void {
  for (const method of methods) {
    const own: unknown = Reflect.get(target, method);
    if (typeof own !== "function") continue;
    const value = (...given: readonly unknown[]): unknown => {
      tell(...given);
      return Reflect.apply(own, target, given);
    };
    Object.defineProperty(target, method, { value, configurable: true, writable: true });
  }
}

function seenOf({ friendlyName, status, updated, memory }: Account): Seen {
  return { outline: [friendlyName, status, updated], happenings: memory.taskrouter.happenings.length };
}

/** An account that is new or has other words, and what happened in its workspaces. */
function sinceSeen(account: Account, seen: Map<string, Seen>): readonly Cell[] {
  const [before, now] = [seen.get(account.sid), seenOf(account)];
  seen.set(account.sid, now);
  const { sid, memory } = account;
  const isSame = before?.outline.every((each, index) => each === now.outline[index]) ?? false;
  const outline: Cell = {
    account: sid,
    kind: "account",
    name: "",
    value: isSame ? undefined : accountOutline(account),
  };
  const first = before?.happenings ?? 0;
  const happened = memory.taskrouter.happenings.slice(first).map(
    (each, index): Cell => ({
      account: sid,
      kind: "happening",
      name: String(first + index),
      value: happeningDocument(each),
    }),
  );
  // The first rows of a new account were there before anybody watched it.
  const rows = before === undefined ? [...memory.taskrouter.rows.values()] : [];
  const own = rows.map((row): Cell => ({ account: sid, kind: "row", name: row.sid, value: rowDocument(row) }));
  return [...(isSame ? [] : [outline]), ...own, ...happened];
}

function watchTriggers(world: World): () => readonly Cell[] {
  type Watched = ReturnType<World["triggers"]["save"]>[number];
  const one = (name: string, value: unknown): Cell => ({ account: "", kind: "trigger", name, value });
  const bySid = () => new Map(world.triggers.save().map((each): [string, Watched] => [each.trigger.sid, each]));
  let before = bySid();
  return () => {
    const now = bySid();
    const changed = [...now.values()].filter(({ trigger, firedIn }) => {
      const known = before.get(trigger.sid);
      return known?.trigger !== trigger || known.firedIn !== firedIn;
    });
    const gone = [...before.keys()].filter((sid) => !now.has(sid));
    before = now;
    return [
      ...changed.map((each) => one(each.trigger.sid, triggerDocument(each))),
      ...gone.map((sid) => one(sid, undefined)),
    ];
  };
}
