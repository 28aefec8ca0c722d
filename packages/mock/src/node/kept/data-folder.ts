import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { formatInstant, type Instant, type Issue, parseInstant } from "@flexbill/kernel";
import { type Cell, cellsOf, documentOfCells } from "../../world/document/cells.ts";
import { type ReadWorld, readWorld } from "../../world/document/read-world.ts";
import { worldDocument } from "../../world/document/world-document.ts";
import { watchWorld } from "../../world/watch-world.ts";
import type { World } from "../../world/world.ts";
import {
  beginWriting,
  cellWriter,
  type DataTrouble,
  openDatabase,
  readCells,
  troubleIn,
  troubleOf,
} from "./database.ts";

/** The world that a data folder holds. */
export interface FoundWorld extends ReadWorld {
  /** Up to where everything had come that comes by itself. */
  readonly reached: Instant;
  /** What was said of it when it began. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** What a folder keeps. */
export interface Kept {
  readonly world: World;
  /** Up to where everything has come that comes by itself. */
  readonly reached: () => Instant;
  /** What is needed to go on with it, as JSON. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** A folder that is open; no other process gets in. */
export interface DataFolder {
  /** What is in it; undefined where it is new. */
  readonly found: FoundWorld | undefined;
  /** Keeps a world from now on. The answer to a write waits for `saved`. */
  keep(kept: Kept): Keeper;
  close(): void;
}

/** Keeps a world on the disk. */
export interface Keeper {
  /** Resolves when all that was done before is on the disk; who asks at the same moment shares one commit. */
  saved(): Promise<void>;
  /** Writes what is left and lets the folder go. */
  close(): void;
}

/** A folder that was opened, or why it was not. */
export type OpenedFolder =
  | { readonly ok: true; readonly folder: DataFolder }
  | { readonly ok: false; readonly trouble: DataTrouble; readonly file: string; readonly issues: readonly Issue[] };

const fileName = "world.sqlite";

/**
 * Opens the folder of a world, and makes it where it is not there. A file that is newer, broken or in use stays as it is.
 *
 * @example
 * ```ts
 * const opened = await openDataFolder("world");
 * if (opened.ok) opened.folder.found?.now;
 * ```
 */
export async function openDataFolder(path: string): Promise<OpenedFolder> {
  const file = join(path, fileName);
  const refused = (trouble: DataTrouble, issues: readonly Issue[] = []): OpenedFolder => ({
    ok: false,
    trouble,
    file,
    issues,
  });
  const sqlite = await import("node:sqlite");
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(path, { recursive: true });
    const trouble = troubleIn(file, sqlite);
    if (trouble !== undefined) return refused(trouble);
    db = openDatabase(file, sqlite);
    const found = foundIn(readCells(db));
    if (found?.ok === false) {
      db.close();
      return refused("broken", found.issues);
    }
    beginWriting(db);
    return { ok: true, folder: folderOf(db, found?.value) };
  } catch (error) {
    if (db?.isOpen) db.close();
    return refused(error instanceof SyntaxError ? "broken" : troubleOf(error));
  }
}

function foundIn(cells: readonly Cell[]) {
  if (cells.length === 0) return undefined;
  const { about, reached, ...document } = documentOfCells(cells);
  const world = readWorld(document);
  const since = parseInstant(String(reached));
  if (!world.ok || !since.ok) return { ok: false as const, issues: [...world.issues, ...since.issues] };
  return { ok: true as const, value: { ...world.value, reached: since.value, about: (about ?? {}) as Kept["about"] } };
}

function folderOf(db: DatabaseSync, found: FoundWorld | undefined): DataFolder {
  return { found, close: () => db.close(), keep: (kept) => keeperOf(db, kept) };
}

function keeperOf(db: DatabaseSync, { world, reached, about }: Kept): Keeper {
  const write = cellWriter(db);
  const changes = watchWorld(world);
  const ofWorld = (name: string, value: unknown): Cell => ({ account: "", kind: "world", name, value });
  const moving = (): readonly Cell[] => [
    ofWorld("now", formatInstant(world.now())),
    ofWorld("sidsMade", world.sids.made),
    ofWorld("reached", formatInstant(reached())),
  ];
  const everything = (): readonly Cell[] => [
    ...cellsOf(worldDocument(world.save(), world.now())),
    ofWorld("about", about),
    ofWorld("reached", formatInstant(reached())),
  ];
  const commit = (): void => {
    const changed = changes.take();
    try {
      if (changed === undefined) write(everything(), true);
      else write([...changed, ...moving()], false);
    } catch (error) {
      changes.lost();
      throw error;
    }
  };
  let next: Promise<void> | undefined;
  changes.lost();
  commit();
  return {
    saved: () => {
      next ??= new Promise((resolve, reject) => {
        setImmediate(() => {
          next = undefined;
          try {
            resolve(commit());
          } catch (error) {
            reject(error);
          }
        });
      });
      return next;
    },
    close: () => {
      commit();
      db.close();
    },
  };
}
