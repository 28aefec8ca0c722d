// The pinned pnpm, and a Node that runs TypeScript sources, fetched through the package registry where the machine lacks
// them. Plain JavaScript for Node 18 and later: it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { finish } from "./child.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const pnpmVersion = "12.21.0";
const nodeVersion = "26.10.0";

/** Node runs `.ts` files unflagged from 22.18 and 23.6 on; odd releases are nobody's target. */
export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 22 && minor >= 18) || major >= 24;
}

/** The npm package that carries a Node binary for one platform, without install scripts. */
export function nodePackage(platform, arch) {
  const os = platform === "win32" ? "win" : platform;
  return `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${os}-${arch}`;
}

const bringNode = !isNewEnough(process.versions.node);
const home = join(root, ".toolchain", `pnpm-${pnpmVersion}${bringNode ? `-node-${nodeVersion}` : ""}`);
const modules = join(home, "node_modules");

function nodePath() {
  if (!bringNode) return process.execPath;
  const folder = join(modules, nodePackage(process.platform, process.arch), "bin");
  return join(folder, process.platform === "win32" ? "node.exe" : "node");
}

const node = nodePath();
const pnpm = join(modules, "pnpm", "bin", "pnpm.mjs");

/** The environment of every command: our Node, pnpm and the workspace's tools come first. */
export function environment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const folders = [dirname(node), join(modules, ".bin"), join(root, "node_modules", ".bin"), process.env[key] ?? ""];
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "node-compile");
  return { ...process.env, [key]: folders.join(delimiter), NODE_COMPILE_CACHE: cache };
}

/** What an installation prints is not what the command prints: it goes to stderr. */
const aside = { cwd: root, stdio: ["ignore", 2, 2] };

/** npm's own script where npm started us, so that no shell stands between; else the npm on the path. */
function startNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script))
    return spawn(process.execPath, [script, ...args], options);
  return spawn("npm", args, { ...options, shell: process.platform === "win32" });
}

async function fetchTools() {
  const parent = dirname(home);
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(join(parent, "draft-"));
  const packages = [`pnpm@${pnpmVersion}`];
  if (bringNode) packages.push(`${nodePackage(process.platform, process.arch)}@${nodeVersion}`);
  writeFileSync(join(draft, "package.json"), '{ "private": true }\n');
  console.error(`Fetching ${packages.join(" and ")}`);
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", "--prefer-offline"];
  const args = ["install", "--prefix", draft, "--include=optional", ...quiet, ...packages];
  const status = await finish(startNpm(args, { ...aside, cwd: draft }));
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    console.error(`npm could not fetch ${packages.join(" and ")}`);
    process.exit(status);
  }
  try {
    renameSync(draft, home);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!hasTools()) throw cause; // else another run of ours was faster
  }
}

function hasTools() {
  return existsSync(node) && existsSync(pnpm);
}

/** What the last installation saw, and the Node to run on: the shell script `flexbill` reads them too. */
const seen = join(root, "node_modules", ".flexbill");
const watched = ["pnpm-lock.yaml", join("tools", "toolchain.mjs")];

const textOf = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
const look = () => watched.map((file) => [join(seen, basename(file)), textOf(join(root, file))]);

function isInstalled() {
  return look().every(([copy, text]) => textOf(copy) === text);
}

async function install() {
  rmSync(seen, { recursive: true, force: true });
  const before = look();
  const args = ["install", "--frozen-lockfile", "--prefer-offline", "--config.confirmModulesPurge=false"];
  const status = await finish(spawn(node, [pnpm, ...args], { ...aside, env: environment() }));
  if (status !== 0) process.exit(status);
  mkdirSync(seen, { recursive: true });
  for (const [copy, text] of before) writeFileSync(copy, text);
}

/** Fetches what is missing and installs where the lockfile changed; then says where Node and pnpm are. */
export async function prepare() {
  if (!hasTools()) await fetchTools();
  if (!isInstalled()) await install();
  const chosen = join(seen, "node");
  if (textOf(chosen) !== `${node}\n`) writeFileSync(chosen, `${node}\n`);
  return { node, pnpm };
}
