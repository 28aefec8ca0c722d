import type { Issue } from "@flexbill/kernel";
import { type DataTable, parquetColumns } from "@flexbill/reports";

type Writer = typeof import("hyparquet-writer");

/** The Parquet writer that the user installed beside flexbill; undefined where there is none. */
export async function loadParquet(): Promise<Writer | undefined> {
  try {
    return await import("hyparquet-writer");
  } catch {
    return undefined;
  }
}

/** A table as one Parquet file, or why it cannot be one. */
export function parquetBytes(
  table: DataTable,
  { parquetWriteBuffer }: Writer,
): readonly Uint8Array[] | { readonly issues: readonly Issue[] } {
  const columns = parquetColumns(table);
  if (!columns.ok) return columns;
  const root = { name: "root", num_children: columns.value.length };
  const buffer = parquetWriteBuffer({
    schema: [root, ...columns.value.map(({ schema }) => schema)],
    columnData: columns.value.map(({ name, data }) => ({ name, data: [...data] })),
    kvMetadata: [{ key: "flexbill.table", value: table.name }],
    createdBy: "flexbill",
  });
  return [new Uint8Array(buffer)];
}
