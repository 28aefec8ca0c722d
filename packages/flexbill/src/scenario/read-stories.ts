import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { decodeText, type Located, readJson, readYaml } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { readStory, type Story } from "@flexbill/simulator";
import type { Host } from "../host.ts";
import { nameOf, readBytes } from "../input/read-bytes.ts";

/** A story and the file that it stands in. */
export interface StoryFile {
  readonly file: string;
  readonly story: Story;
  readonly document: Located;
}

/** The stories of files and folders, in the order given, each folder's by name; or all that is wrong with any. */
export async function readStories(
  paths: readonly string[],
  host: Host,
  laws: readonly string[],
): Promise<{ readonly files: readonly StoryFile[]; readonly issues: readonly Issue[] }> {
  const read = await Promise.all(
    paths.flatMap((path) => storiesUnder(path, host)).map((path) => readOne(path, host, laws)),
  );
  return {
    files: read.flatMap((one) => (one.read === undefined ? [] : [one.read])),
    issues: read.flatMap(({ issues }) => issues),
  };
}

function storiesUnder(path: string, host: Host): readonly string[] {
  const found = path === "-" ? undefined : statSync(resolve(host.cwd, path), { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return [path];
  return readdirSync(resolve(host.cwd, path), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.includes("node_modules"))
    .sort()
    .map((name) => join(path, name));
}

interface Read {
  readonly read?: StoryFile;
  readonly issues: readonly Issue[];
}

async function readOne(path: string, host: Host, laws: readonly string[]): Promise<Read> {
  const file = nameOf(path);
  const bytes = await readBytes(path, host);
  if (!bytes.ok) return { issues: bytes.issues };
  const text = decodeText(bytes.value, { file });
  if (!text.ok) return { issues: text.issues };
  const document = (path.endsWith(".json") ? readJson : readYaml)(text.value, { file });
  if (!document.ok) return { issues: document.issues };
  const story = readStory(document.value, { laws });
  return story.ok
    ? { read: { file, story: story.value, document: document.value }, issues: [] }
    : { issues: story.issues };
}
