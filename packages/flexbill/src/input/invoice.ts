import { type Invoice, parseInvoice } from "@flexbill/charges";
import type { Session } from "../host.ts";
import { readDocument } from "./document.ts";
import type { Reading } from "./reading.ts";

/** An invoice that was written as JSON earlier, from a file or, for `-`, from standard input. */
export async function readInvoice(path: string, { host }: Session): Promise<Reading<Invoice>> {
  const read = await readDocument(path, host, { json: true });
  return read.ok ? parseInvoice(read.value) : read;
}
