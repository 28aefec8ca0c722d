const needsQuotes = /[",\r\n]/;

/** What a spreadsheet takes for the beginning of a formula, in Japanese input methods' full width too. */
const formulaSigns = new Set([..."=+-@\t\r＝＋－＠"].map((sign) => sign.charCodeAt(0)));

/**
 * A cell of a CSV file (RFC 4180): quotes where they are needed; nothing for null, two quotes for an empty text. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets show as text.
 *
 * @example
 * ```ts
 * csvCell('=HYPERLINK("x")', true); // → `"'=HYPERLINK(""x"")"`
 * csvCell("-1.02", false); // → "-1.02"
 * ```
 */
export function csvCell(cell: string | null, isText: boolean): string {
  if (cell === null) return "";
  if (cell === "") return '""';
  const safe = isText && formulaSigns.has(cell.charCodeAt(0)) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
