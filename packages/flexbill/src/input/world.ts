import { decodeText, readJson } from "@flexbill/documents";
import { type ReadWorld, readWorld } from "@flexbill/mock";
import type { Host } from "../host.ts";
import { nameOf, readBytes } from "./read-bytes.ts";
import type { Reading } from "./reading.ts";

/** The world that a file holds, or everything that is wrong with it. */
export async function readWorldFile(path: string, host: Host): Promise<Reading<ReadWorld>> {
  const file = nameOf(path);
  const bytes = await readBytes(path, host);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, { file });
  if (!text.ok) return text;
  const read = readJson(text.value, { file });
  return read.ok ? readWorld(read.value) : read;
}
