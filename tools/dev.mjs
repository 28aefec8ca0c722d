// Installs, then runs a script of the workspace or any pnpm command, on a Node that is new enough:
//   node tools/dev.mjs run check          node tools/dev.mjs exec vitest run --project=packages/kernel
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { finish } from "./child.mjs";
import { environment, prepare, root } from "./toolchain.mjs";

/** A script that is a plain call of Node runs without pnpm and a shell between, so that signals and statuses stay whole. */
function directly(args) {
  if (args[0] !== "run" || args[1] === undefined) return undefined;
  const script = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts[args[1]];
  const words = script?.split(" ") ?? [];
  return words[0] === "node" ? [...words.slice(1), ...args.slice(2)] : undefined;
}

const args = process.argv.slice(2);
const { node, pnpm } = await prepare();
if (args.length > 0) {
  const command = directly(args) ?? [pnpm, ...args];
  process.exitCode = await finish(spawn(node, command, { cwd: root, stdio: "inherit", env: environment() }));
}
