import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { nearest } from "@flexbill/documents";
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
import { readDocument } from "./document.ts";
import { type Reading, unclear } from "./reading.ts";

/** The profile of a command line: a shipped one by its name, or a file. */
export async function readProfile(name: string, session: Session): Promise<Reading<Profile>> {
  const shipped = profileById(name);
  if (shipped !== undefined) return { ok: true, value: shipped, issues: [] };
  const isFile = name === "-" || /[./\\]/.test(name) || existsSync(resolve(session.host.cwd, name));
  if (!isFile) return unclear(unknown(name, session));
  const read = await readDocument(name, session.host);
  return read.ok ? parseProfile(read.value) : read;
}

function unknown(name: string, { language }: Session): string {
  return wordsOf(language).unknownProfile(name, profileIds, nearest(name, profileIds));
}

/** What providers charge, from a file; nothing where no file is named. */
export async function readRateCards(
  file: string | undefined,
  session: Session,
): Promise<Reading<readonly RateCard[] | undefined>> {
  if (file === undefined) return { ok: true, value: undefined, issues: [] };
  const read = await readDocument(file, session.host);
  return read.ok ? parseRateCards(read.value) : read;
}
