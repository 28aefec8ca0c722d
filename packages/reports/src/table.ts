import { displayWidth, padEnd, padStart } from "./display-width.ts";
import { wrap } from "./wrap.ts";

/** A column of a table: how its cells stand, and whether it gives way where the width is short. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** The least width in columns of a column that wraps; one without takes what its widest cell needs. */
  readonly least?: number;
  /** Columns by which a cell's lines after its first are set in. */
  readonly hanging?: number;
}

const gap = "  ";

/** The widths of the columns: as they need, and where that is too much, the widest that can wrap gives way first. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const widths = columns.map(({ title }, at) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? "")), displayWidth(title)),
  );
  const room = width - gap.length * (columns.length - 1);
  for (let excess = widths.reduce((sum, one) => sum + one, 0) - room; excess > 0; excess -= 1) {
    const widest = widestThatWraps(columns, widths);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}

function widestThatWraps(columns: readonly Column[], widths: readonly number[]): number | undefined {
  let found: number | undefined;
  for (const [at, width] of widths.entries()) {
    const { least = Number.POSITIVE_INFINITY } = columns[at] as Column;
    if (width > least && (found === undefined || width > (widths[found] as number))) found = at;
  }
  return found;
}

function cellLines({ least, hanging = 0 }: Column, cell: string, width: number): readonly string[] {
  if (least === undefined || displayWidth(cell) <= width) return [cell];
  const [first = "", ...rest] = wrap(cell, width);
  const indent = " ".repeat(hanging);
  return rest.length === 0 ? [first] : [first, ...wrap(rest.join(" "), width - hanging).map((line) => indent + line)];
}

/** The lines of one row; a cell that does not fit goes on below itself. */
export function rowLines(
  columns: readonly Column[],
  widths: readonly number[],
  row: readonly string[],
): readonly string[] {
  const cells = columns.map((column, at) => cellLines(column, row[at] ?? "", widths[at] as number));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, at) => (align === "left" ? padEnd : padStart)(cells[at]?.[line] ?? "", widths[at] as number))
      .join(gap)
      .trimEnd(),
  );
}

/**
 * A table with its titles, each row on as many lines as it needs.
 *
 * @example
 * ```ts
 * renderTable([{ title: "id", align: "left" }], [["functions"]], 80); // → "id\nfunctions\n"
 * ```
 */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const widths = columnWidths(columns, rows, width);
  const lines = [columns.map(({ title }) => title), ...rows].flatMap((row) => rowLines(columns, widths, row));
  return lines.map((line) => `${line}\n`).join("");
}
