import type { Bounds } from "./draft.ts";
import type { Line } from "./line.ts";
import type { Sheet, Term } from "./sheet.ts";

/** The printed amounts of lines, added up on the sheet: lower ends, and upper ends unless one is unknown. */
export function baseOf(sheet: Sheet, lines: readonly Line[]): Bounds {
  const low = sheet.sum(
    "base",
    lines.map((line) => sheet.input("line", line.low, line.id)),
  );
  const highs = lines.flatMap(({ id, high }) => (high === null ? [] : [{ id, high }]));
  if (highs.length < lines.length) return { low, high: null };
  if (lines.every((line) => line.high === line.low)) return { low, high: low };
  const inputs = highs.map(({ id, high }) => sheet.input("line-high", high, id));
  return { low, high: sheet.sum("base-high", inputs) };
}

/** The same arithmetic for both ends; once where they are one. */
export function eachEnd(bounds: Bounds, arithmetic: (end: Term) => Term): Bounds {
  const low = arithmetic(bounds.low);
  if (bounds.high === null) return { low, high: null };
  return { low, high: bounds.high === bounds.low ? low : arithmetic(bounds.high) };
}
