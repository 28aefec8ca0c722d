import { decodeText, type Located, readJson, readYaml } from "@flexbill/documents";
import type { Result } from "@flexbill/kernel";
import type { Host } from "../host.ts";
import { nameOf, readBytes } from "./read-bytes.ts";

/** What a document is written in: JSON where only that is taken, else what its file's name says. */
export interface DocumentOptions {
  readonly json?: boolean;
  /** How messages call the file; by default as the command line does. */
  readonly file?: string;
}

/** A document with its places, from a file or, for `-`, from standard input; YAML unless its name ends with `.json`. */
export async function readDocument(
  path: string,
  host: Host,
  { json = path.endsWith(".json"), file = nameOf(path) }: DocumentOptions = {},
): Promise<Result<Located>> {
  const bytes = await readBytes(path, host);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, { file });
  if (!text.ok) return text;
  return (json ? readJson : readYaml)(text.value, { file });
}
