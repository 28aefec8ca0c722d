import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { fetchRuntimes, runtimes } from "../runtimes/runtimes.ts";

const example = fileURLToPath(new URL("../../examples/verify-node-test", import.meta.url));
const patient = 300_000;
beforeAll(() => fetchRuntimes(), patient);

const commands = [
  ["deno", ["test", "--quiet", "--no-check", "--allow-env", "--allow-read", "--allow-sys", "laws.test.ts"], /0 failed/],
  ["bun", ["test"], /^ *0 fail$/m],
] as const;

test.each(commands)(
  "the tests of node:test hold a rater to the laws on %s too",
  { timeout: patient },
  async (name, args, end) => {
    const runtime = runtimes().find((one) => one.name === name);
    if (runtime === undefined) throw new Error(`npm has no ${name} for this machine`);
    const child = spawn(runtime.file, args, { cwd: example, env: { ...process.env, NO_COLOR: "1" } });
    const status = new Promise<number | null>((done) => child.once("close", done));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([await status, out + err]).toEqual([0, expect.stringMatching(end)]);
  },
);
