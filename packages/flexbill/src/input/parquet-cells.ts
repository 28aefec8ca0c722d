import { decimal, formatDecimal } from "@flexbill/kernel";

/** What a Parquet file says of a column, as far as texts of its values need it. */
export interface ParquetType {
  readonly isDecimal: boolean;
  readonly scale: number;
}

/** Big-endian two's complement, as Parquet keeps decimals of many digits. */
function integerIn(bytes: Uint8Array): bigint {
  const hex = Buffer.from(bytes).toString("hex");
  return hex === "" ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

function scaledText(value: unknown, scale: number): string {
  const coefficient = value instanceof Uint8Array ? integerIn(value) : BigInt(value as bigint | number);
  return formatDecimal(decimal(`${coefficient}e-${scale}`));
}

/** A value of a Parquet file as FOCUS writes it in CSV, decimals with all their digits; null where there is none. */
export function parquetCell(value: unknown, { isDecimal, scale }: ParquetType): string | null {
  if (value === null || value === undefined) return null;
  if (isDecimal) return scaledText(value, scale);
  if (value instanceof Date) return value.toISOString().replace(".000Z", "Z");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "number" ? String(value).replace("e+", "e") : String(value);
}
