import { csvTable, type FocusRow, focusTable } from "@flexbill/reports";
import { columns, rowOf } from "./csv-rows.ts";

const kept: readonly FocusRow[] = Array.from({ length: 5000 }, (_, number) => rowOf(number));
const cells = kept.map((row) => columns.map((column) => row[column] ?? null));

const needsQuotes = /[",\r\n]/;
const rowsAPiece = 256;

/** The bytes of a text, made as a file would be given them. */
const bytesOf = (text: string): number => Buffer.from(text).length;

/** The bare loop of a CSV writer, from cells to bytes: quotes where they are needed, nothing for null. */
export function writeBare(rows: number): number {
  let bytes = bytesOf(`${columns.join(",")}\n`);
  let piece = "";
  for (let at = 0; at < rows; at += 1) {
    let line = "";
    for (const cell of cells[at % cells.length] ?? []) {
      if (line !== "") line += ",";
      if (cell !== null) line += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    piece += `${line}\n`;
    if (at % rowsAPiece !== rowsAPiece - 1) continue;
    bytes += bytesOf(piece);
    piece = "";
  }
  return bytes + bytesOf(piece);
}

function* repeated(rows: number): Generator<FocusRow> {
  for (let at = 0; at < rows; at += 1) yield kept[at % kept.length] ?? {};
}

/** The same rows by the exporter: from rows with named cells, formulas made harmless. */
export function writeFocus(rows: number): number {
  let bytes = 0;
  for (const piece of csvTable(focusTable("CostAndUsage", { columns, rows: repeated(rows) }))) bytes += bytesOf(piece);
  return bytes;
}
