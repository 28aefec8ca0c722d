import { createCsvReader } from "@flexbill/documents";
import { createFocusValidator } from "@flexbill/reports";
import { columns } from "./csv-rows.ts";

/** Reads the rows of a Cost and Usage file and says how many there are. */
export function readRows(pieces: Iterable<string>): number {
  const reader = createCsvReader();
  let rows = -1;
  for (const piece of pieces) rows += reader.read(piece).length;
  return rows;
}

/** Reads and validates the rows of a Cost and Usage file; throws where one of them has a fault. */
export function validateRows(pieces: Iterable<string>): number {
  const reader = createCsvReader();
  const validator = createFocusValidator({ dataset: "CostAndUsage", columns });
  let first = true;
  for (const piece of pieces) {
    const rows = reader.read(piece);
    for (const { cells, line } of first ? rows.slice(1) : rows) validator.row(cells, line);
    first = false;
  }
  const { rows, errors, warnings } = validator.report();
  if (errors + warnings > 0) throw new Error(`${errors} errors and ${warnings} warnings in rows that have none`);
  return rows;
}
