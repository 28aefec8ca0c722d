import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createFolder, start } from "./command.ts";

const folder = createFolder();

/** Sends a signal as soon as standard error shows the text; tells what was said and how the process ended. */
async function stopped(args: readonly string[], { at, signal }: { at: string; signal: NodeJS.Signals }) {
  const child = start(folder.path, ["verify", ...args]);
  child.stdin.end();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    const before = err;
    err += chunk;
    if (err.includes(at) && !before.includes(at)) child.kill(signal);
  });
  const status = new Promise<number | null>((done) => child.once("close", done));
  return { out: await text(child.stdout), status: await status, err };
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s tells what was done, and what was found can be asked again",
  { timeout: 60_000 },
  async (signal, code) => {
    const failures = join("kept", signal);
    const args = ["--adapter", "faulty:totals.without-fees", "--failures", failures, "--runs", "300"];
    const { status, out, err } = await stopped(args, { at: "✗ conservation.totals", signal });
    expect([status, out]).toEqual([code, ""]);
    expect(err).toMatch(/\d+ laws? holds?, 1 broken\n$/);
    const names = readdirSync(join(folder.path, failures));
    expect(names.filter((name) => name.endsWith(".partial"))).toEqual([]);
    const [kept = ""] = names.filter((name) => name.endsWith(".json"));
    const { token } = JSON.parse(readFileSync(join(folder.path, failures, kept), "utf8"));
    const again = await folder.run(["verify", ...args.slice(0, 4), "--replay", token]);
    expect([again.status, again.out.includes("✗ conservation.totals")]).toEqual([1, true]);
  },
);
