import { type Decimal, fail, type Issue, issue, ok, parseDecimal, type Result } from "@flexbill/kernel";
import type { DataCells, DataColumn, DataTable } from "./data-table.ts";

/** A column as Parquet keeps it: its schema element, and its values. */
export interface ParquetColumn {
  readonly name: string;
  readonly schema: ParquetElement;
  readonly data: readonly (string | bigint | null)[];
}

/** What Parquet says of a column. */
export interface ParquetElement {
  readonly name: string;
  readonly type: "BYTE_ARRAY" | "FIXED_LEN_BYTE_ARRAY" | "INT64";
  readonly type_length?: number;
  readonly converted_type: "UTF8" | "DECIMAL" | "TIMESTAMP_MILLIS";
  readonly scale?: number;
  readonly precision?: number;
  readonly repetition_type: "OPTIONAL" | "REQUIRED";
}

const precision = 38;
const usualScale = 18;
const scaleStep = 4;

/**
 * A table as the columns of a Parquet file: texts and JSON as UTF8, instants as TIMESTAMP in milliseconds of UTC, decimals
 * as DECIMAL(38, 18), or with a scale that is as much greater as their digits want it. Fails where a decimal has more
 * digits than 38 (`schema.decimal-size`).
 *
 * @example
 * ```ts
 * const columns = parquetColumns(chargesTable([invoice]));
 * if (columns.ok) columns.value.map(({ schema }) => schema);
 * ```
 */
export function parquetColumns({ columns, rows }: DataTable): Result<readonly ParquetColumn[]> {
  const all = [...rows];
  const made = columns.map((column, at) => parquetColumn(column, all, at));
  const issues = made.flatMap((result): readonly Issue[] => result.issues);
  return issues.length > 0 ? fail(issues) : ok(made.flatMap((result) => (result.ok ? [result.value] : [])));
}

function parquetColumn(column: DataColumn, rows: readonly DataCells[], at: number): Result<ParquetColumn> {
  const { name, type, nullable } = column;
  const cells = rows.map((row) => row[at] ?? null);
  const repetition_type = nullable ? "OPTIONAL" : "REQUIRED";
  if (type === "decimal") return decimalColumn(name, cells, repetition_type);
  if (type === "instant") {
    const schema = { name, type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type } as const;
    return ok({ name, schema, data: cells.map((cell) => (cell === null ? null : BigInt(Date.parse(cell)))) });
  }
  return ok({ name, schema: { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type }, data: cells });
}

function decimalColumn(
  name: string,
  cells: readonly (string | null)[],
  repetition_type: ParquetElement["repetition_type"],
): Result<ParquetColumn> {
  const decimals = cells.map((cell) => (cell === null ? null : parseDecimal(cell)));
  const issues = decimals.flatMap((parsed) => parsed?.issues ?? []);
  if (issues.length > 0) return fail(issues);
  const values = decimals.map((parsed) => (parsed?.ok === true ? parsed.value : null));
  const widest = values.reduce((widest, value) => Math.max(widest, value?.scale ?? 0), 0);
  const scale = usualScale + Math.max(0, Math.ceil((widest - usualScale) / scaleStep)) * scaleStep;
  const data = values.map((value) => (value === null ? null : scaled(value, scale)));
  const limit = 10n ** BigInt(precision);
  const tooLong = data.findIndex((value) => value !== null && (value >= limit || value <= -limit));
  if (tooLong >= 0 || scale > precision)
    return fail([issue("schema.decimal-size", { path: `/${tooLong}/${name}`, found: cells[tooLong] ?? name })]);
  const type = { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, converted_type: "DECIMAL" } as const;
  return ok({ name, schema: { name, ...type, scale, precision, repetition_type }, data });
}

const scaled = ({ coefficient, scale }: Decimal, wanted: number): bigint =>
  BigInt(coefficient) * 10n ** BigInt(wanted - scale);
