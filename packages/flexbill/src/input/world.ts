import { type ReadWorld, readWorld } from "@flexbill/mock";
import type { Host } from "../host.ts";
import { readDocument } from "./document.ts";
import type { Reading } from "./reading.ts";

/** The world that a file holds, or everything that is wrong with it. */
export async function readWorldFile(path: string, host: Host): Promise<Reading<ReadWorld>> {
  const read = await readDocument(path, host, { json: true });
  return read.ok ? readWorld(read.value) : read;
}
