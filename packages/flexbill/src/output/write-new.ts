import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Host } from "../host.ts";

/** Writes a file to begin with. False where one is there already, which is left alone. */
export async function writeNew(path: string, text: string, { cwd }: Pick<Host, "cwd">): Promise<boolean> {
  try {
    await writeFile(resolve(cwd, path), text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
