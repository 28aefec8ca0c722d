import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** A program that runs our sources and what we publish. */
export interface Runtime {
  readonly name: string;
  readonly file: string;
  /** What comes before the script's name. */
  readonly before: readonly string[];
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const windows = process.platform === "win32";
const exe = windows ? ".exe" : "";

function candidates(): readonly Runtime[] {
  const place = `${process.platform}-${process.arch}`;
  const deno = `@deno/${windows ? "win32" : process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}`;
  const bun = `@oven/bun-${windows ? "windows" : process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  const at = (...path: readonly string[]) => join(folder, "node_modules", ...path);
  return [
    ...["node22", "node24", "node26"].map((name) => ({
      name,
      file: at(`${name}-${place}`, "bin", "node"),
      before: [],
    })),
    { name: "deno", file: at(deno, `deno${exe}`), before: ["run", "--quiet", "--allow-all"] },
    { name: "bun", file: at(bun, "bin", `bun${exe}`), before: ["--no-install"] },
  ];
}

/** Fetches the runtimes of this platform where they are not here yet. */
export function fetchRuntimes(): void {
  const args = ["install", "--ignore-workspace", "--frozen-lockfile", "--prefer-offline"];
  const { status, stderr, stdout } = spawnSync("pnpm", args, { cwd: folder, encoding: "utf8", shell: windows });
  if (status !== 0) throw new Error(`The runtimes could not be fetched: ${stdout}${stderr}`);
}

/** The runtimes of this platform; on Windows npm carries no older Node, so the Node that runs us stands for all. */
export function runtimes(): readonly Runtime[] {
  const here = candidates().filter(({ file }) => existsSync(file));
  return windows ? [{ name: "node", file: process.execPath, before: [] }, ...here] : here;
}

/** How a run ended, in bytes as they came. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script; what a runtime caches goes to `scratch`. */
export async function runOn(
  runtime: Runtime,
  script: string,
  args: readonly string[],
  options: { readonly input?: string; readonly cwd: string; readonly scratch: string },
): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: "1", LC_ALL: "C", DENO_DIR: options.scratch, DENO_NO_UPDATE_CHECK: "1" };
  const child = spawn(runtime.file, [...runtime.before, script, ...args], { cwd: options.cwd, env });
  const status = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  child.stdin.on("error", () => undefined).end(options.input ?? "");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, err };
}
