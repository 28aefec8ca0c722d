import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const patient = 300_000;

interface Manifest {
  readonly scripts?: { readonly test?: string };
  /** A program of the system that the example is about and that no package brings. */
  readonly needs?: string;
}

const manifestOf = (name: string) => JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as Manifest;
const isMissing = (program: string | undefined) =>
  program !== undefined && spawnSync(program, ["--version"]).status !== 0;

const examples = readdirSync(folder).filter((name) => existsSync(join(folder, name, "package.json")));

/** Runs an example's own test script, as its reader would. */
async function runTests(name: string): Promise<{ readonly status: number | null; readonly out: string }> {
  const own = Object.entries(process.env).filter(([key]) => !/^(VITEST|VITE_|JEST_|NODE_ENV$|TEST$)/.test(key));
  const env = { ...Object.fromEntries(own), NO_COLOR: "1" };
  const options = { cwd: join(folder, name), env, shell: process.platform === "win32" };
  const child = spawn("pnpm", ["--silent", "run", "test"], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const status = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out: out + err };
}

test("there are examples, and the page names each", () => {
  const page = readFileSync(join(folder, "README.md"), "utf8");
  expect(examples.length).toBeGreaterThan(0);
  for (const name of examples) expect(page).toContain(`\`${name}\``);
});

for (const name of examples)
  test.skipIf(isMissing(manifestOf(name).needs))(
    `the example ${name} passes its own tests`,
    { timeout: patient },
    async () => {
      expect(manifestOf(name).scripts?.test).toBeDefined();
      const { status, out } = await runTests(name);
      expect([status, out]).toEqual([0, expect.anything()]);
    },
  );
