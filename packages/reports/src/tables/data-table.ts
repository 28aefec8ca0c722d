/** What the cells of a column hold: texts, exact decimals, instants (`2025-05-01T00:00:00Z`), JSON. */
export type CellType = "text" | "decimal" | "instant" | "json";

/** A column of a table that machines read. */
export interface DataColumn {
  readonly name: string;
  readonly type: CellType;
  readonly nullable: boolean;
}

/** The cells of a row in the order of the columns; null where there is no value. */
export type DataCells = readonly (string | null)[];

/** A table that machines read: typed columns, and rows of texts that keep every digit. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<DataCells>;
}

/** A column of a type; `text?` and the like say that it may have no value. */
export function column(name: string, type: CellType | `${CellType}?`): DataColumn {
  const nullable = type.endsWith("?");
  return { name, type: (nullable ? type.slice(0, -1) : type) as CellType, nullable };
}
