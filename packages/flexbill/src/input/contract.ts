import { relative } from "node:path";
import type { Located } from "@flexbill/documents";
import { type Contract, parseContract } from "@flexbill/terms";
import type { Session } from "../host.ts";
import { wordsOf } from "../words.ts";
import { readDocument } from "./document.ts";
import { nearestContract } from "./nearest-contract.ts";
import { nameOf } from "./read-bytes.ts";
import { type Reading, unclear } from "./reading.ts";

/** The contract of a command line: the file that it names, or the nearest one upwards. */
export async function readContract(option: string | undefined, session: Session): Promise<Reading<Contract>> {
  const read = await readContractDocument(option, session);
  return read.ok ? parseContract(read.value) : read;
}

/** The same as the document stands in its file, not looked at yet. */
export async function readContractDocument(
  option: string | undefined,
  { host, language }: Session,
): Promise<Reading<Located>> {
  const path = option ?? nearestContract(host.cwd);
  if (path === undefined) return unclear(wordsOf(language).noContract);
  const file = option === undefined ? relative(host.cwd, path) : nameOf(path);
  return readDocument(path, host, { file });
}
