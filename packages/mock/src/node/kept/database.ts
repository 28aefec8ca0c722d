import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Cell, CellKind } from "../../world/document/cells.ts";

/** Why a data folder cannot be used. */
export type DataTrouble = "in-use" | "newer" | "broken" | "unwritable";

/** The form in which this version writes. */
export const dataVersion = 1;

/** Tells SQLite files of ours from others: "flex" in ASCII. */
const applicationId = 0x666c6578;
const magic = "SQLite format 3\0";
const busy = 5;
const readOnlyCodes: ReadonlySet<number> = new Set([8, 10, 13, 14]);

type Sqlite = typeof import("node:sqlite");

/** What is wrong with a file; undefined where it can be opened, or made. Nothing in it is changed. */
export function troubleIn(path: string, { DatabaseSync }: Sqlite): DataTrouble | undefined {
  if (!existsSync(path) || statSync(path).size === 0) return undefined;
  if (headOf(path) !== magic) return "broken";
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      const [id, version] = [numberIn(db, "application_id"), numberIn(db, "user_version")];
      // A process that ended while it made the file left it without a mark and without a table.
      if (id === 0 && version === 0 && numberIn(db, "schema_version") === 0) return undefined;
      if (id !== applicationId) return "broken";
      if (version > dataVersion) return "newer";
      return firstOf(db, "PRAGMA quick_check") === "ok" ? undefined : "broken";
    } finally {
      db.close();
    }
  } catch (error) {
    return troubleOf(error);
  }
}

/** What an error of SQLite or of the file system means. */
export function troubleOf(error: unknown): DataTrouble {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
  if (code === busy) return "in-use";
  return code === undefined || readOnlyCodes.has(code) ? "unwritable" : "broken";
}

/** Opens a file and keeps every other process out for as long as it is open; nothing is written yet. */
export function openDatabase(path: string, { DatabaseSync }: Sqlite): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec("PRAGMA locking_mode=EXCLUSIVE");
  return db;
}

/** Makes a file ready to be written: what is committed outlives the process, and the machine. */
export function beginWriting(db: DatabaseSync): void {
  for (const pragma of ["journal_mode=WAL", "synchronous=FULL"]) db.exec(`PRAGMA ${pragma}`);
  inTransaction(db, () => {
    db.exec(`CREATE TABLE IF NOT EXISTS cell (id INTEGER PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL,
      name TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (account, kind, name)) STRICT`);
    db.exec(`PRAGMA application_id=${applicationId}`);
    db.exec(`PRAGMA user_version=${dataVersion}`);
  });
}

/** Every cell, in the order in which they came to be; none in a file that was never written to. */
export function readCells(db: DatabaseSync): readonly Cell[] {
  if (numberIn(db, "application_id") === 0) return [];
  const rows = db.prepare("SELECT account, kind, name, value FROM cell ORDER BY id").all();
  return rows.map(({ account, kind, name, value }) => ({
    account: String(account),
    kind: String(kind) as CellKind,
    name: String(name),
    value: JSON.parse(String(value)),
  }));
}

/** Writes cells in one transaction; a cell without a value is taken away, and `whole` takes all others away too. */
export function cellWriter(db: DatabaseSync): (cells: readonly Cell[], whole: boolean) => void {
  const put = db.prepare(`INSERT INTO cell (account, kind, name, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (account, kind, name) DO UPDATE SET value = excluded.value`);
  const remove = db.prepare("DELETE FROM cell WHERE account = ? AND kind = ? AND name = ?");
  return (cells, whole) =>
    inTransaction(db, () => {
      if (whole) db.exec("DELETE FROM cell");
      for (const { account, kind, name, value } of cells) {
        if (value === undefined) remove.run(account, kind, name);
        else put.run(account, kind, name, JSON.stringify(value));
      }
    });
}

function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    work();
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(magic.length);
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function numberIn(db: DatabaseSync, pragma: string): number {
  return Number(firstOf(db, `PRAGMA ${pragma}`));
}

function firstOf(db: DatabaseSync, query: string): unknown {
  return Object.values(db.prepare(query).get() ?? {})[0];
}
