import { mkdir, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { csvTable, type DataTable } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { refuse, unclear } from "../input/reading.ts";
import { wordsOf } from "../words.ts";
import { loadParquet, parquetBytes } from "./parquet.ts";
import { isTaken, openTarget, type Target } from "./write-aside.ts";

/** How a table is written. */
export type TableFormat = "csv" | "parquet";

/** A table and where it goes; standard output without a path. */
export interface TableToWrite {
  readonly path: string | undefined;
  readonly table: DataTable;
}

/** What decides how tables are written. */
export interface TableOptions {
  readonly format: TableFormat;
  readonly bom: boolean;
  readonly force: boolean;
}

/** Files that an earlier result may have left in a folder and this one does not have. */
export type Absent = readonly string[];

/** Writes tables, all of them or none, and takes away what is absent from them. False where the request was not understood; it has been told why then. */
export async function writeTables(
  context: Context,
  files: readonly TableToWrite[],
  options: TableOptions,
  absent: Absent = [],
): Promise<boolean> {
  const { host, language } = context.session;
  const words = wordsOf(language);
  const refused = async (sentence: string): Promise<false> => {
    await refuse(context, unclear(sentence));
    return false;
  };
  const paths = [...files.map(({ path }) => path), ...absent];
  const taken = paths.find((path) => isTaken(path, host, options.force));
  if (taken !== undefined) return refused(words.outputThere(taken));
  const toStdout = files.some(({ path }) => path === undefined || path === "-");
  if (options.format === "parquet" && toStdout) return refused(words.parquetNeedsFile);
  const parquet = options.format === "parquet" ? await loadParquet() : undefined;
  if (options.format === "parquet" && parquet === undefined) return refused(words.parquetNeedsWriter);
  const targets: Target[] = [];
  try {
    for (const { path, table } of files) {
      if (path !== undefined && path !== "-") await mkdir(dirname(resolve(host.cwd, path)), { recursive: true });
      const pieces = parquet === undefined ? csvTable(table, options) : parquetBytes(table, parquet);
      if ("issues" in pieces) {
        await refuse(context, pieces);
        await drop(targets);
        return false;
      }
      const target = openTarget(path, host);
      targets.push(target);
      for (const piece of pieces) await target.write(piece);
    }
    for (const target of targets) await target.keep();
    for (const path of absent) await rm(resolve(host.cwd, path), { force: true });
  } catch (error) {
    await drop(targets);
    throw error;
  }
  return true;
}

async function drop(targets: readonly Target[]): Promise<void> {
  for (const target of targets) await target.drop();
}
