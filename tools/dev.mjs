// Runs pnpm at the pinned version on a Node that is new enough, fetched through the package registry when needed.
import { spawn } from "node:child_process";

const [major, minor] = process.versions.node.split(".").map(Number);
const tooOld = major < 22 || (major === 22 && minor < 18) || major === 23;
const os = process.platform === "win32" ? "win" : process.platform;
const prefix = os === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
const packages = ["pnpm@12.21.0"];
if (tooOld) packages.push(`${prefix}-${os}-${process.arch}@26.10.0`);
function pnpm(...args) {
  return new Promise((done) => {
    const child = spawn("npm", ["exec", "--yes", ...packages.map((p) => `--package=${p}`), "--", "pnpm", ...args], {
      stdio: "inherit",
      cwd: new URL("..", import.meta.url),
      shell: process.platform === "win32",
    });
    for (const s of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(s, () => child.kill(s));
    child.on("exit", (code, signal) => {
      if (code !== 0) process.exit(code ?? 1);
      done(signal);
    });
  });
}
await pnpm(
  "install",
  process.env.FLEXBILL_LOCK === "update" ? "--no-frozen-lockfile" : "--frozen-lockfile",
  "--prefer-offline",
);
const args = process.argv.slice(2);
if (args.length > 0) await pnpm(...args);
