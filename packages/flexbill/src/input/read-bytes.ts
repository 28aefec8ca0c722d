import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fail, type Issue, type IssueCode, issue, ok, type Result } from "@flexbill/kernel";
import type { Host } from "../host.ts";

/** The name that messages give to standard input. */
export const standardInput = "<stdin>";

/** A file, or standard input for `-`, as bytes: `schema.file-missing`, `-directory` or `-unreadable` where it is none. */
export async function readBytes(path: string, host: Host): Promise<Result<Uint8Array>> {
  if (path === "-") return ok(await collect(host.stdin));
  try {
    return ok(await readFile(resolve(host.cwd, path)));
  } catch (error) {
    return fail([fileIssue(path, error)]);
  }
}

/** Whether more than one of some inputs is standard input, which is read once. */
export const namesStdinTwice = (paths: readonly (string | undefined)[]): boolean =>
  paths.filter((path) => path === "-").length > 1;

/** The name of an input in messages. */
export const nameOf = (path: string): string => (path === "-" ? standardInput : path);

const codes: Readonly<Record<string, IssueCode>> = { ENOENT: "schema.file-missing", EISDIR: "schema.file-directory" };

/** What a failure of the file system says about an input; what is no such failure is thrown on. */
export function fileIssue(path: string, error: unknown): Issue {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return issue(codes[code] ?? "schema.file-unreadable", {
    found: path,
    at: { file: nameOf(path), line: 1, column: 1 },
    params: { reason: code },
  });
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}
