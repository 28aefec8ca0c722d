// Builds the package in the current folder into dist/, as it is published: modules and types by the compiler, and each
// command as one file, since a single file starts twice as fast as a tree of modules.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly bin?: Readonly<Record<string, string>> };
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.cwd();

function compile(...args: readonly string[]): void {
  const tool = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tool, ...args], { cwd: folder, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** Data files lie beside `src/`, so the compiler's root is the package and what it makes of `src/` moves up to `dist/`. */
function buildModules(): void {
  const draft = mkdtempSync(join(folder, ".build-"));
  try {
    compile("-b", "tsconfig.json");
    compile("-p", "tsconfig.build.json", "--outDir", draft, "--noCheck"); // the line above has checked
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    renameSync(join(draft, "src"), join(folder, "dist"));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Optional peers stay outside the file: they are loaded on use, from where the user installed them. */
async function bundleCommand(input: string, file: string, peers: readonly string[]): Promise<void> {
  const isOutside = (id: string) => isBuiltin(id) || peers.some((peer) => id === peer || id.startsWith(`${peer}/`));
  const bundle = await rolldown({ input, platform: "node", external: isOutside });
  await bundle.write({ file, format: "esm", codeSplitting: false, comments: false });
  await bundle.close();
  chmodSync(file, 0o755);
}

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
buildModules();
copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
for (const [name, file] of Object.entries(manifest.publishConfig?.bin ?? {})) {
  const source = manifest.bin?.[name];
  if (source === undefined) throw new Error(`The command ${name} of ${dirname(folder)} is published but has no source`);
  await bundleCommand(join(folder, source), join(folder, file), Object.keys(manifest.peerDependencies ?? {}));
}
