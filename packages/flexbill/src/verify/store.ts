import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Counterexample } from "@flexbill/invariants";

/** The folder of a user's repository in which failures are kept, to be replayed first next time. */
export interface FailureStore {
  readonly all: () => Promise<readonly Counterexample[]>;
  /** Keeps a failure and returns its file; a file is whole or not there, whenever the process ends. */
  readonly keep: (failure: Counterexample, replay: string) => Promise<string>;
  readonly find: (token: string) => Promise<Counterexample | undefined>;
}

/** The store in a folder, which is made when there is something to keep. */
export function failureStore(folder: string): FailureStore {
  const all = async () => {
    const names = await readdir(folder).catch(() => [] as string[]);
    const files = names.filter((name) => name.endsWith(".json")).sort();
    const read = await Promise.all(files.map((name) => readFailure(join(folder, name))));
    return read.filter((failure) => failure !== undefined);
  };
  return {
    all,
    find: async (token) => (await all()).find((failure) => failure.token === token),
    keep: async (failure, replay) => {
      await mkdir(folder, { recursive: true });
      const base = join(folder, failure.token.replace("~", "-"));
      await writeWhole(`${base}.json`, `${JSON.stringify(failure, null, 2)}\n`);
      await writeWhole(`${base}.test.mjs`, testFile(failure, replay));
      return `${base}.json`;
    },
  };
}

async function readFailure(file: string): Promise<Counterexample | undefined> {
  try {
    const value = JSON.parse(await readFile(file, "utf8")) as Counterexample;
    return value.schema === "flexbill.counterexample/1" ? value : undefined;
  } catch {
    return undefined;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.partial`, text);
  await rename(`${file}.partial`, file);
}

/** A test that anyone's runner of `node --test` files can run: it holds once the rater is mended. */
function testFile(failure: Counterexample, replay: string): string {
  return [
    'import { execSync } from "node:child_process";',
    'import { test } from "node:test";',
    "",
    `test(${JSON.stringify(failure.sentence)}, () => {`,
    `  execSync(${JSON.stringify(replay)}, { stdio: "inherit" });`,
    "});",
    "",
  ].join("\n");
}
