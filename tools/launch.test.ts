import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const tools = fileURLToPath(new URL(".", import.meta.url));
const windows = process.platform === "win32";
const patient = 120_000;

/** Stands in for the command line: echoes stdin, or does what its first argument says. */
const program = `
const [what, value] = process.argv.slice(2);
if (what === "exit") process.exit(Number(value));
else if (what === "where") console.log(process.cwd());
else if (what === "wait") {
  setInterval(() => {}, 1000);
  if (value === "gently") process.on("SIGTERM", () => process.exit(143)).on("SIGINT", () => process.exit(130));
  if (value === "never") process.on("SIGTERM", () => {}).on("SIGINT", () => {});
  console.log(process.pid);
} else process.stdin.pipe(process.stdout);
`;

let root: string;

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

/** No npm variable of the run that tests us may leak into the run that is tested. */
function start(command: string, args: readonly string[], cwd = root): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)));
  return spawn(command, args, { cwd, env, stdio: "pipe", shell: windows && command === "npm" });
}

async function run(command: string, args: readonly string[], options: { input?: string; cwd?: string } = {}) {
  const child = start(command, args, options.cwd);
  child.stdin!.end(options.input ?? "");
  return ended(child);
}

async function ended(child: ChildProcess): Promise<Ended> {
  const status = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { out, err, status: await status };
}

function lock(comment: string): void {
  writeFileSync(join(root, "pnpm-lock.yaml"), `lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n# ${comment}\n`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the waiting program through `command`, signals the outermost process, and tells how long the program lived on. */
async function signalled(command: readonly [string, ...string[]], signal: NodeJS.Signals) {
  const child = start(command[0], command.slice(1));
  const pid = await new Promise<number>((done) => child.stdout!.once("data", (data) => done(Number(String(data)))));
  const asked = Date.now();
  child.kill(signal);
  const status = await new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  while (isAlive(pid) && Date.now() - asked < 10_000) await new Promise((done) => setTimeout(done, 20));
  if (isAlive(pid)) process.kill(pid, "SIGKILL");
  return { status, seconds: (Date.now() - asked) / 1000 };
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "flexbill-launch-")));
  mkdirSync(join(root, "tools"));
  mkdirSync(join(root, "packages", "flexbill", "src"), { recursive: true });
  for (const file of ["child.mjs", "toolchain.mjs", "dev.mjs", "flexbill", "flexbill.mjs"])
    cpSync(join(tools, file), join(root, "tools", file));
  mkdirSync(join(tools, "..", ".toolchain"), { recursive: true });
  symlinkSync(join(tools, "..", ".toolchain"), join(root, ".toolchain"), "junction");
  const scripts = {
    flexbill: windows ? "node tools/flexbill.mjs" : "exec sh tools/flexbill",
    demo: "node packages/flexbill/src/bin.ts",
    test: "exec node tools/dev.mjs run demo",
  };
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "launch", private: true, type: "module", scripts }));
  writeFileSync(join(root, "pnpm-workspace.yaml"), "packages: []\npmOnFail: ignore\n");
  writeFileSync(join(root, "packages", "flexbill", "src", "bin.ts"), program);
  lock("first");
  expect((await run("npm", ["run", "-s", "flexbill"])).status).toBe(0);
}, patient);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("the command gets stdin and nothing but its own output is printed", { timeout: patient }, async () => {
  const input = "первая\nsecond\n";
  expect(await run("npm", ["run", "-s", "flexbill", "--", "-"], { input })).toEqual({ out: input, err: "", status: 0 });
});

test("the command's exit status is the status of npm", { timeout: patient }, async () => {
  expect((await run("npm", ["run", "-s", "flexbill", "--", "exit", "2"])).status).toBe(2);
  expect((await run("npm", ["test", "--silent", "--", "exit", "70"])).status).toBe(70);
});

test("relative paths mean the folder where npm was called", { timeout: patient }, async () => {
  const cwd = join(root, "packages");
  expect((await run("npm", ["run", "-s", "flexbill", "--", "where"], { cwd })).out.trim()).toBe(cwd);
});

test("a changed choice of tools is installed once too", { timeout: patient }, async () => {
  appendFileSync(join(root, "tools", "toolchain.mjs"), "// changed\n");
  const errs = [await run("npm", ["run", "-s", "flexbill"]), await run("npm", ["run", "-s", "flexbill"])];
  expect(errs.map(({ err, status }) => [err === "", status])).toEqual([
    [false, 0],
    [true, 0],
  ]);
});

test("a changed lockfile is installed once, on stderr, and stdout stays the command's", {
  timeout: patient,
}, async () => {
  lock("second");
  const first = await run("npm", ["run", "-s", "flexbill"], { input: "x" });
  const second = await run("npm", ["run", "-s", "flexbill"], { input: "x" });
  expect([first.out, first.err === "", first.status]).toEqual(["x", false, 0]);
  expect([second.out, second.err, second.status]).toEqual(["x", "", 0]);
});

test("an installation that fails ends with its status and does not run the command", { timeout: patient }, async () => {
  writeFileSync(join(root, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\nimporters: [");
  const broken = await run("npm", ["run", "-s", "flexbill"], { input: "x" });
  lock("third");
  expect([broken.out, broken.status === 0]).toEqual(["", false]);
  expect((await run("npm", ["run", "-s", "flexbill"], { input: "x" })).out).toBe("x");
});

const launchers: readonly (readonly [string, ...string[]])[] = [
  [process.execPath, "tools/flexbill.mjs", "wait"],
  ["npm", "run", "-s", "flexbill", "--", "wait"],
  ["npm", "test", "--silent", "--", "wait"],
];
for (const launcher of windows ? [] : launchers) {
  const name = launcher[0] === "npm" ? launcher.slice(0, 3).join(" ") : "node tools/flexbill.mjs";
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    test(`${signal} to ${name} ends the command within two seconds`, { timeout: patient }, async () => {
      const { seconds, status } = await signalled([...launcher, "gently"], signal);
      expect(seconds).toBeLessThan(2);
      if (launcher[0] !== "npm") expect(status).toBe(signal === "SIGINT" ? 130 : 143);
    });
  }
  // npm run flexbill becomes the command itself: nothing of ours stands between that could kill it.
  if (name === "npm run -s") continue;
  test(`a command that ignores the signal sent to ${name} is killed within two seconds`, {
    timeout: patient,
  }, async () => {
    expect((await signalled([...launcher, "never"], "SIGTERM")).seconds).toBeLessThan(2);
  });
}
