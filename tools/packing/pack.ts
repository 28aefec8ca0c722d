import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A public package, packed as the registry would get it. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const windows = process.platform === "win32";

/** Runs a tool to its end and returns what it printed; its failure is ours. */
export function call(command: string, args: readonly string[], cwd: string = root): string {
  const ended = spawnSync(command, args, { cwd, encoding: "utf8", shell: windows, maxBuffer: 1 << 28 });
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${ended.status}\n${ended.stdout}\n${ended.stderr}`);
  return ended.stdout;
}

/** The public packages by their folder. */
export function publicPackages(): readonly { readonly name: string; readonly folder: string }[] {
  return readdirSync(join(root, "packages"))
    .sort()
    .map((folder) => join(root, "packages", folder))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ folder, name: String(manifest.name) }));
}

/** Builds every package and packs the public ones into `folder`. */
export function packAll(folder: string): readonly Tarball[] {
  call("pnpm", ["--recursive", "--workspace-concurrency=2", "run", "build"]);
  mkdirSync(folder, { recursive: true });
  return publicPackages().map((entry) => {
    const out = call("pnpm", ["pack", "--json", "--pack-destination", folder], entry.folder);
    const { filename } = JSON.parse(out.slice(out.indexOf("{"))) as { filename: string };
    return { name: entry.name, file: filename };
  });
}

/** Installs `flexbill` into an empty project, the packages of this workspace from their tarballs. */
export function installFlexbill(folder: string, tarballs: readonly Tarball[]): void {
  mkdirSync(folder, { recursive: true });
  const local = (names: readonly Tarball[]) =>
    Object.fromEntries(names.map(({ name, file }) => [name, `file:${file}`]));
  const flexbill = tarballs.filter(({ name }) => name === "flexbill");
  const others = tarballs.filter(({ name }) => name !== "flexbill");
  const manifest = {
    name: "empty",
    version: "1.0.0",
    private: true,
    dependencies: local(flexbill),
    overrides: local(others),
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  call("npm", ["install", ...quiet], folder);
}

/** What an installation weighs. */
export interface Weight {
  readonly packages: number;
  readonly bytes: number;
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesBelow(path) : lstatSync(path).size);
  }, 0);
}

/** Counts the packages and the bytes of a project's node_modules. */
export function weigh(folder: string): Weight {
  const lock = JSON.parse(readFileSync(join(folder, "node_modules", ".package-lock.json"), "utf8")) as {
    packages: object;
  };
  return { packages: Object.keys(lock.packages).length, bytes: bytesBelow(join(folder, "node_modules")) };
}
