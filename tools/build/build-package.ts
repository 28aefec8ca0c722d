// Builds the package in the current folder into dist/, as it is published: modules and types by the compiler, and what a
// command runs as one file, since a single file starts twice as fast as a tree of modules.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, rolldown } from "rolldown";

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

const builtinPrefix = "\0builtin:";

/**
 * Takes Node's modules when the module that asks for them is first run. As static imports they would all be loaded at the
 * start, the HTTP server's included, and `--version` would take three times as long as an empty script.
 */
const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId: (id) => (isBuiltin(id) ? { id: `${builtinPrefix}${id}`, moduleSideEffects: false } : null),
  load(id) {
    if (!id.startsWith(builtinPrefix)) return null;
    const specifier = id.slice(builtinPrefix.length);
    const names = Object.keys(process.getBuiltinModule(specifier) ?? {}).filter((name) =>
      /^[A-Za-z_$][\w$]*$/.test(name),
    );
    const exported = names
      .filter((name) => name !== "default")
      .map((name) => `export const ${name} = builtin.${name};`);
    return [
      `const builtin = process.getBuiltinModule(${JSON.stringify(specifier)});`,
      ...exported,
      "export default builtin;",
    ].join("\n");
  },
};

/**
 * The command is a launcher and one file behind it: a launcher can say its version, or that Node is too old, without
 * reading a megabyte. Optional peers stay outside: they are loaded on use, from where the user installed them.
 */
async function bundleCommand(launcher: string, file: string, peers: readonly string[]): Promise<void> {
  const isOutside = (id: string) => peers.some((peer) => id === peer || id.startsWith(`${peer}/`));
  const input = join(dirname(launcher), "node.ts");
  const bundle = await rolldown({ input, platform: "node", external: isOutside, plugins: [lazyBuiltins] });
  // Half of the file is data and libraries; functions keep their names, for stack traces.
  const keepNames = { function: true, class: true } as const;
  const minify = { compress: { keepNames }, mangle: { keepNames }, codegen: { removeWhitespace: true } } as const;
  const output = { format: "esm", codeSplitting: false, comments: false, minify } as const;
  await bundle.write({ file: join(dirname(file), "node.js"), ...output });
  await bundle.close();
  chmodSync(file, 0o755);
}

/** What a module names beside itself, in code or in types: `./a.js`, or `./a.ts` in a declaration. */
const beside = /(?:from\s*|import\s*\(?\s*)"(\.\.?\/[^"]+)\.[jt]s"/g;

/** Takes away the modules of a command that went into its one file: only the door and threads are loaded by address. */
function leaveWhatIsLoaded(dist: string, launcher: string): void {
  const keep = new Set<string>();
  const walk = (module: string) => {
    if (keep.has(module)) return;
    keep.add(module);
    for (const ending of [".js", ".d.ts"]) {
      const text = readFileSync(`${module}${ending}`, "utf8");
      for (const [, path = ""] of text.matchAll(beside)) walk(join(dirname(module), path));
    }
  };
  const roots = ["index.js", ...globSync("**/*-thread.js", { cwd: dist })];
  for (const root of roots) walk(join(dist, root.replace(/\.js$/, "")));
  for (const file of globSync("**/*.{js,d.ts}", { cwd: dist }).map((file) => join(dist, file))) {
    const isCommand = file === launcher || file === join(dist, "node.js");
    if (!isCommand && !keep.has(file.replace(/\.(js|d\.ts)$/, ""))) rmSync(file);
  }
}

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
buildModules();
copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
for (const [name, file] of Object.entries(manifest.publishConfig?.bin ?? {})) {
  const source = manifest.bin?.[name];
  if (source === undefined) throw new Error(`The command ${name} of ${dirname(folder)} is published but has no source`);
  await bundleCommand(join(folder, source), join(folder, file), Object.keys(manifest.peerDependencies ?? {}));
  leaveWhatIsLoaded(join(folder, "dist"), join(folder, file));
}
