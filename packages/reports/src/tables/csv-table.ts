import { csvCell } from "./csv-cell.ts";
import type { DataTable } from "./data-table.ts";

/** How a table is written as CSV. */
export interface CsvOptions {
  /** Begins with a byte order mark, by which Excel knows Japanese text; false by default. */
  readonly bom?: boolean;
}

const rowsAPiece = 256;

/**
 * A table as CSV, in pieces as its rows come: RFC 4180 with line feeds, a header, nothing for null, formulas in texts made
 * harmless, decimals with all their digits.
 *
 * @example
 * ```ts
 * for (const piece of csvTable(chargesTable([invoice]))) await target.write(piece);
 * ```
 */
export function* csvTable({ columns, rows }: DataTable, { bom = false }: CsvOptions = {}): Generator<string> {
  const texts = columns.map(({ type }) => type === "text");
  yield `${bom ? "\uFEFF" : ""}${columns.map(({ name }) => csvCell(name, true)).join(",")}\n`;
  let piece = "";
  let count = 0;
  for (const cells of rows) {
    let line = "";
    for (let at = 0; at < texts.length; at += 1)
      line += (at === 0 ? "" : ",") + csvCell(cells[at] ?? null, texts[at] === true);
    piece += `${line}\n`;
    count += 1;
    if (count % rowsAPiece !== 0) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
