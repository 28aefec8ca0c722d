import type { IssueCode } from "@flexbill/kernel";

/** A row of a CSV file: its cells, null where nothing stands between the commas, and the line where it begins. */
export interface CsvRow {
  readonly cells: readonly (string | null)[];
  readonly line: number;
}

/** A row that does not read. */
export interface CsvTrouble {
  readonly code: IssueCode;
  readonly line: number;
}

/** Takes a CSV text in pieces and gives its rows as they become whole. */
export interface CsvReader {
  readonly read: (piece: string) => readonly CsvRow[];
  /** The last row, where the text does not end with a line end; `undefined`, or what is wrong, otherwise. */
  readonly end: () => readonly CsvRow[];
  readonly troubles: readonly CsvTrouble[];
}

const longestRow = 16 * 1024 * 1024;

/**
 * Reads RFC 4180: cells in double quotes may hold commas, line ends and doubled quotes; both kinds of line ends; a byte
 * order mark is passed over. Nothing between two commas is null, two quotes between them are an empty text. What it keeps
 * is one row. A row that does not read is left out and told: `schema.syntax` for quotes in the wrong place or never
 * closed, `schema.line-too-long` above 16 million characters.
 *
 * @example
 * ```ts
 * const reader = createCsvReader();
 * reader.read('a,"b, c"\n1,\n').map(({ cells }) => cells); // → [["a", "b, c"], ["1", null]]
 * ```
 */
export function createCsvReader(): CsvReader {
  const troubles: CsvTrouble[] = [];
  let rest = "";
  let line = 1;
  let first = true;
  const rowOf = (text: string, rows: CsvRow[]): void => {
    const record = text.endsWith("\r") ? text.slice(0, -1) : text;
    const cells = record.includes('"') ? quotedCells(record) : plainCells(record);
    if (cells === undefined) troubles.push({ code: "schema.syntax", line });
    else if (record !== "") rows.push({ cells, line });
    line += 1 + linesInside(text);
  };
  return {
    troubles,
    read: (piece) => {
      const text = rest + (first && piece.startsWith("\uFEFF") ? piece.slice(1) : piece);
      first &&= piece === "";
      const rows: CsvRow[] = [];
      const endOf = recordEnds(text);
      let start = 0;
      for (let end = endOf(start); end >= 0; end = endOf(start)) {
        rowOf(text.slice(start, end), rows);
        start = end + 1;
      }
      rest = text.slice(start);
      if (rest.length > longestRow) {
        troubles.push({ code: "schema.line-too-long", line });
        rest = "";
      }
      return rows;
    },
    end: () => {
      const rows: CsvRow[] = [];
      if (rest !== "") rowOf(rest, rows);
      rest = "";
      return rows;
    },
  };
}

/** Finds where the records of a text end: the first line end outside of quotes, or -1 where none is there yet. */
function recordEnds(text: string): (start: number) => number {
  let quote = text.indexOf('"');
  return (start) => {
    let end = text.indexOf("\n", start);
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
    while (end >= 0 && quote >= 0 && quote < end) {
      const closing = text.indexOf('"', quote + 1);
      if (closing < 0) return -1;
      if (closing > end) end = text.indexOf("\n", closing);
      quote = text.indexOf('"', closing + 1);
    }
    return end;
  };
}

function plainCells(record: string): readonly (string | null)[] {
  const cells: (string | null)[] = record.split(",");
  for (let at = 0; at < cells.length; at += 1) if (cells[at] === "") cells[at] = null;
  return cells;
}

/** The cells of a record with quotes in it; undefined where a quote stands where none may. */
function quotedCells(record: string): readonly (string | null)[] | undefined {
  const cells: (string | null)[] = [];
  let at = 0;
  for (;;) {
    const quoted = record[at] === '"';
    const end = quoted ? quotedEnd(record, at) : commaAfter(record, at);
    if (end < 0) return undefined;
    const cell = record.slice(at, end);
    if (quoted) cells.push(cell.slice(1, -1).replaceAll('""', '"'));
    else if (cell.includes('"')) return undefined;
    else cells.push(cell === "" ? null : cell);
    if (end === record.length) return cells;
    if (record[end] !== ",") return undefined;
    at = end + 1;
  }
}

const commaAfter = (record: string, at: number): number => {
  const comma = record.indexOf(",", at);
  return comma < 0 ? record.length : comma;
};

/** The position after the closing quote of the cell that begins at `at`; -1 where it is never closed. */
function quotedEnd(record: string, at: number): number {
  for (let quote = record.indexOf('"', at + 1); quote >= 0; quote = record.indexOf('"', quote + 2))
    if (record[quote + 1] !== '"') return quote + 1;
  return -1;
}

function linesInside(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
