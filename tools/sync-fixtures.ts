import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What tests read: a folder of the research data and its name under `fixtures/`. */
export const fixtureFolders: Readonly<Record<string, string>> = {
  golden: "golden",
  pricebook: "pricebook",
  "wire-fixtures": "wire",
  "twilio-openapi": "openapi",
  focus: "focus",
  cases: "cases",
};

/** A file that stands on one side only, or differs. */
export interface Drift {
  readonly file: string;
  readonly how: "missing" | "extra" | "different";
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** The research data beside this checkout, or where `FLEXBILL_SHARED` says. */
export const sharedFolder: string = resolve(root, process.env["FLEXBILL_SHARED"] ?? "../shared");
/** The copies that are committed. */
export const fixturesFolder: string = join(root, "fixtures");

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function driftOfFolder(original: string, copy: string): readonly Drift[] {
  const wanted = filesBelow(original);
  const present = filesBelow(copy);
  const extra = present.filter((file) => !wanted.includes(file));
  const missing = wanted.filter((file) => !present.includes(file));
  const different = wanted.filter(
    (file) => present.includes(file) && !readFileSync(join(original, file)).equals(readFileSync(join(copy, file))),
  );
  const drifts = (files: readonly string[], how: Drift["how"]) =>
    files.map((file) => ({ file: join(copy, file).split("\\").join("/"), how }));
  return [...drifts(missing, "missing"), ...drifts(extra, "extra"), ...drifts(different, "different")];
}

/** Every difference between the originals below `shared` and the copies below `fixtures`. */
export function fixtureDrift(shared: string, fixtures: string): readonly Drift[] {
  return Object.entries(fixtureFolders).flatMap(([from, to]) => driftOfFolder(join(shared, from), join(fixtures, to)));
}

/** Makes the copies equal to the originals. */
export function syncFixtures(shared: string, fixtures: string): void {
  for (const [from, to] of Object.entries(fixtureFolders)) {
    rmSync(join(fixtures, to), { recursive: true, force: true });
    for (const file of filesBelow(join(shared, from))) {
      const target = join(fixtures, to, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, readFileSync(join(shared, from, file)));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(sharedFolder)) {
    console.error(`There is no ${sharedFolder}; set FLEXBILL_SHARED to the folder of the research data`);
    process.exit(2);
  }
  const drift = fixtureDrift(sharedFolder, fixturesFolder);
  syncFixtures(sharedFolder, fixturesFolder);
  for (const { file, how } of drift) console.log(`${how}: ${file}`);
}
