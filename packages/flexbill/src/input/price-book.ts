import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { issue } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook, shippedBook, shippedBookIds } from "@flexbill/products";
import type { Session } from "../host.ts";
import { wordsOf } from "../words.ts";
import { readDocument } from "./document.ts";
import { type Reading, unclear } from "./reading.ts";

/** The price book of a command line, by name or as a file; without one, the book that the contract names. */
export async function readBook(
  option: string | undefined,
  named: string | undefined,
  session: Session,
): Promise<Reading<PriceBook>> {
  const wanted = option ?? named;
  if (wanted === undefined) return unclear(wordsOf(session.language).noBook);
  const shipped = shippedBook(wanted);
  if (shipped !== undefined) return { ok: true, value: shipped, issues: [] };
  const isFile = option !== undefined && (/[./\\]/.test(option) || existsSync(resolve(session.host.cwd, option)));
  return isFile ? readBookFile(wanted, session) : { ok: false, issues: [unknownBook(wanted, option === undefined)] };
}

const unknownBook = (name: string, inContract: boolean) =>
  issue("schema.value", {
    path: inContract ? "/prices/book" : "",
    found: name,
    wanted: inContract ? "one-of" : "file-or-one-of",
    params: { options: shippedBookIds.join(", ") },
  });

async function readBookFile(file: string, { host }: Session): Promise<Reading<PriceBook>> {
  const read = await readDocument(file, host);
  return read.ok ? parsePriceBook(read.value) : read;
}
