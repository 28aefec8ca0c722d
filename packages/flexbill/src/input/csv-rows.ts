import { type CsvRow, createCsvReader } from "@flexbill/documents";
import { type Issue, issue } from "@flexbill/kernel";
import type { Host } from "../host.ts";
import { nameOf } from "./read-bytes.ts";
import { readTexts } from "./texts.ts";

/** Rows of a CSV file below its header, and what does not read between them. */
export interface CsvBatch {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly issues: readonly Issue[];
}

/**
 * A CSV file in batches of rows, each with the header's columns. Every row that does not read is an issue with its line:
 * quotes in the wrong place, more or fewer cells than columns; the rows after it are still read.
 */
export async function* readCsv(path: string, host: Host): AsyncGenerator<CsvBatch> {
  const reader = createCsvReader();
  const file = nameOf(path);
  let header: readonly string[] | undefined;
  let told = 0;
  const batch = (rows: readonly CsvRow[], more: readonly Issue[] = []): CsvBatch => {
    const issues = [...more, ...reader.troubles.slice(told).map(({ code, line }) => issue(code, { at: placed(line) }))];
    told = reader.troubles.length;
    const first = header === undefined ? rows[0] : undefined;
    if (first !== undefined) {
      header = first.cells.map((cell) => cell ?? "");
      issues.push(...twice(header).map((path) => issue("schema.duplicate-key", { path, at: placed(first.line) })));
    }
    const body = first === undefined ? rows : rows.slice(1);
    const width = header?.length ?? 0;
    const uneven = body.filter(({ cells }) => cells.length !== width);
    issues.push(
      ...uneven.map(({ cells, line }) =>
        issue("schema.columns", { at: placed(line), found: String(cells.length), wanted: String(width) }),
      ),
    );
    const even = uneven.length === 0 ? body : body.filter(({ cells }) => cells.length === width);
    return { header: header ?? [], rows: even, issues };
  };
  const placed = (line: number) => ({ file, line, column: 1 });
  for await (const piece of readTexts(path, host)) {
    if (!piece.ok) {
      yield batch([], piece.issues);
      return;
    }
    yield batch(reader.read(piece.value));
  }
  const last = batch(reader.end());
  const empty = header === undefined ? [issue("schema.empty", { at: placed(1) })] : [];
  yield { ...last, issues: [...last.issues, ...empty] };
}

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
