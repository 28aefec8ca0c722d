import { type Invoice, parseInvoice } from "@flexbill/charges";
import { decodeText, readJson } from "@flexbill/documents";
import type { Session } from "../host.ts";
import { nameOf, readBytes } from "./read-bytes.ts";
import type { Reading } from "./reading.ts";

/** An invoice that was written as JSON earlier, from a file or, for `-`, from standard input. */
export async function readInvoice(path: string, { host }: Session): Promise<Reading<Invoice>> {
  const file = nameOf(path);
  const bytes = await readBytes(path, host);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, { file });
  if (!text.ok) return text;
  const read = readJson(text.value, { file });
  return read.ok ? parseInvoice(read.value) : read;
}
