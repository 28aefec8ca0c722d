import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { decodeText, type Located, nearest, readJson, readYaml } from "@flexbill/documents";
import type { Result } from "@flexbill/kernel";
import {
  type Profile,
  parseProfile,
  parseRateCards,
  profileById,
  profileIds,
  type RateCard,
} from "@flexbill/simulator";
import type { Session } from "../host.ts";
import { wordsOf } from "../words.ts";
import { nameOf, readBytes } from "./read-bytes.ts";
import { type Reading, unclear } from "./reading.ts";

/** The profile of a command line: a shipped one by its name, or a file. */
export async function readProfile(name: string, session: Session): Promise<Reading<Profile>> {
  const shipped = profileById(name);
  if (shipped !== undefined) return { ok: true, value: shipped, issues: [] };
  const isFile = name === "-" || /[./\\]/.test(name) || existsSync(resolve(session.host.cwd, name));
  return isFile ? readDocument(name, session, parseProfile) : unclear(unknown(name, session));
}

function unknown(name: string, { language }: Session): string {
  return wordsOf(language).unknownProfile(name, profileIds, nearest(name, profileIds));
}

/** What providers charge, from a file; nothing where no file is named. */
export async function readRateCards(
  file: string | undefined,
  session: Session,
): Promise<Reading<readonly RateCard[] | undefined>> {
  return file === undefined ? { ok: true, value: undefined, issues: [] } : readDocument(file, session, parseRateCards);
}

async function readDocument<T>(
  path: string,
  { host }: Session,
  parse: (source: Located) => Result<T>,
): Promise<Reading<T>> {
  const file = nameOf(path);
  const bytes = await readBytes(path, host);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, { file });
  if (!text.ok) return text;
  const read = (path.endsWith(".json") ? readJson : readYaml)(text.value, { file });
  return read.ok ? parse(read.value) : read;
}
