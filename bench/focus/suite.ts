import type { Suite } from "../suite.ts";
import { csvPieces } from "./csv-rows.ts";
import { readRows, validateRows } from "./validate-rows.ts";
import { writeBare, writeFocus } from "./write-rows.ts";

const rows = 50_000;
/** `FOCUS_ROWS` sets it; the promise is made for a million. */
const written = Number(process.env["FOCUS_ROWS"] ?? 1_000_000);
const pieces = [...csvPieces(rows)];

/** What FOCUS files cost: 50,000 rows are validated in a second. */
export const suite: Suite = {
  name: "focus",
  tasks: [
    {
      name: "validating 50,000 rows",
      operations: rows,
      baseline: { name: "read the CSV", run: () => String(readRows(pieces)) },
      others: [{ name: "read and validate", run: () => String(validateRows(pieces)), atMostMs: 1000 }],
    },
    {
      name: `writing ${written.toLocaleString("en")} rows`,
      operations: written,
      baseline: { name: "a bare CSV loop", run: () => String(writeBare(written)) },
      others: [{ name: "FOCUS rows to CSV", run: () => String(writeFocus(written)), atLeast: 1 / 2 }],
    },
  ],
};
