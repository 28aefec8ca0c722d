import { csvTable, type FocusRow, focusTable } from "@flexbill/reports";
import { columns, rowOf } from "./csv-rows.ts";

const kept: readonly FocusRow[] = Array.from({ length: 5000 }, (_, number) => rowOf(number));
const cells = kept.map((row) => columns.map((column) => row[column] ?? null));

const needsQuotes = /[",\r\n]/;

/** The bare loop of a CSV writer: quotes where they are needed, nothing for null. Says how many characters there are. */
export function writeBare(rows: number): number {
  let length = columns.join(",").length + 1;
  for (let at = 0; at < rows; at += 1) {
    let line = "";
    for (const cell of cells[at % cells.length] ?? []) {
      if (line !== "") line += ",";
      if (cell !== null) line += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    length += line.length + 1;
  }
  return length;
}

function* repeated(rows: number): Generator<FocusRow> {
  for (let at = 0; at < rows; at += 1) yield kept[at % kept.length] ?? {};
}

/** The same rows by the exporter: from rows with named cells, formulas made harmless. */
export function writeFocus(rows: number): number {
  let length = 0;
  for (const piece of csvTable(focusTable("CostAndUsage", { columns, rows: repeated(rows) }))) length += piece.length;
  return length;
}
