import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const windows = process.platform === "win32";

function call(file: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: "utf8", shell: windows });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

/** The files of the working tree that git tracks or would track. */
function files(): readonly string[] {
  const listed = call("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], root).split("\0");
  return listed.filter((file) => file !== "" && existsSync(join(root, file)));
}

/** A copy of the working tree that may be spoilt, with everything installed. */
export interface Tree {
  readonly folder: string;
  readonly remove: () => void;
}

export function throwAwayTree(): Tree {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "flexbill-mutation-")));
  for (const file of files()) cpSync(join(root, file), join(folder, file), { recursive: true });
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  call("pnpm", install, folder);
  const here = relative(root, dirname(fileURLToPath(import.meta.url)));
  call("pnpm", [...install, "--ignore-workspace"], join(folder, here));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
