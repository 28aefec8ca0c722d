import { csvPieces } from "./csv-rows.ts";
import { validateRows } from "./validate-rows.ts";

/** `node bench/focus/memory.ts [ROWS]`: one pass of the validator over many rows, and what it holds; 1,000,000 by default. */
const wanted = Number(process.argv[2] ?? 1_000_000);
validateRows(csvPieces(50_000));
const before = process.resourceUsage().maxRSS * 1024;
const rows = validateRows(csvPieces(wanted));
const after = process.resourceUsage().maxRSS * 1024;
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
console.table({
  rows,
  "peak RSS after 50,000 rows, MB": megabytes(before),
  "peak RSS after all, MB": megabytes(after),
});
if (after > before * 1.5) process.exitCode = 1;
