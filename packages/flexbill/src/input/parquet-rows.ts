import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import { type Issue, issue } from "@flexbill/kernel";
import type { AsyncBuffer, FileMetaData } from "hyparquet";
import type { Host } from "../host.ts";
import { reasonOf } from "../reason-of.ts";
import type { CsvBatch } from "./csv-rows.ts";
import { type ParquetType, parquetCell } from "./parquet-cells.ts";
import { fileIssue } from "./read-bytes.ts";

type Reader = typeof import("hyparquet");

/** The Parquet reader that the user installed beside flexbill; undefined where there is none. */
export async function loadParquetReader(): Promise<Reader | undefined> {
  try {
    return await import("hyparquet");
  } catch {
    return undefined;
  }
}

/** Whether a path names a Parquet file, by its ending. */
export const isParquet = (path: string): boolean => /\.parquet$/i.test(path);

/**
 * A Parquet file in batches, one a row group, in the form of CSV rows: texts, and null where there is no value. Lines count
 * as if there were a header above. A file that does not read is one issue.
 */
export async function* readParquet(path: string, host: Host, reader: Reader): AsyncGenerator<CsvBatch> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(resolve(host.cwd, path));
    const file = await bufferOf(handle);
    const metadata = await reader.parquetMetadataAsync(file);
    const types = takeTypes(metadata);
    const header = [...types.keys()];
    let start = 0;
    yield { header, rows: [], issues: [] };
    for (const { num_rows } of metadata.row_groups) {
      const end = start + Number(num_rows);
      const values = await rowsOf(reader, { file, metadata, rowStart: start, rowEnd: end });
      const rows = values.map((row, at) => ({
        cells: [...types.values()].map((type, column) => parquetCell(row[column], type)),
        line: start + at + 2,
      }));
      yield { header, rows, issues: [] };
      start = end;
    }
  } catch (error) {
    yield { header: [], rows: [], issues: [troubleOf(path, error)] };
  } finally {
    await handle?.close();
  }
}

/** What the file system or the reader says: a file that is none, another compression, bytes that are cut off. */
function troubleOf(path: string, error: unknown): Issue {
  if (error instanceof Error && "syscall" in error) return fileIssue(path, error);
  const at = { file: path, line: 1, column: 1 };
  return issue("schema.file-unreadable", { at, found: path, params: { reason: reasonOf(error) } });
}

async function bufferOf(handle: FileHandle): Promise<AsyncBuffer> {
  const { size } = await handle.stat();
  return {
    byteLength: size,
    slice: async (start, end = size) => {
      const bytes = new Uint8Array(end - start);
      await handle.read(bytes, 0, bytes.length, start);
      return bytes.buffer;
    },
  };
}

/** The columns and their types. Decimals are made plain numbers of bytes, since the reader would make floats of them. */
function takeTypes(metadata: FileMetaData): ReadonlyMap<string, ParquetType> {
  const types = new Map<string, ParquetType>();
  for (const element of metadata.schema) {
    if (element.num_children !== undefined && element.num_children > 0) continue;
    const logical = element.logical_type;
    const isDecimal = element.converted_type === "DECIMAL" || logical?.type === "DECIMAL";
    types.set(element.name, { isDecimal, scale: element.scale ?? 0 });
    if (!isDecimal) continue;
    delete element.converted_type;
    delete element.logical_type;
    delete element.scale;
  }
  return types;
}

type Slice = { file: AsyncBuffer; metadata: FileMetaData; rowStart: number; rowEnd: number };

function rowsOf({ parquetRead }: Reader, slice: Slice): Promise<readonly (readonly unknown[])[]> {
  return new Promise((done, failed) => {
    parquetRead({ ...slice, utf8: false, onComplete: (rows) => done(rows as unknown[][]) }).catch(failed);
  });
}
