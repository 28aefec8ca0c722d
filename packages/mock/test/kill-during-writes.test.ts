import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { account, authorization as headers } from "./worlds.ts";

const program = fileURLToPath(new URL("kept-mock.ts", import.meta.url));

/** Starts a process that serves the world of a folder; ends with the address it prints. */
async function served(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "flexbill-compile-cache") };
  const child = spawn(process.execPath, [program, folder], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", (line: string) => resolve(line.trim()));
    child.once("close", () => reject(new Error(said)));
  });
  return { child, url };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill(signal);
  await gone;
}

interface KeyList {
  readonly keys: readonly { readonly friendly_name: string }[];
  readonly next_page_uri: string | null;
}

/** Every key's name, all pages. */
async function namesAt(url: string): Promise<readonly string[]> {
  const names: string[] = [];
  let page: string | null = `/2010-04-01/Accounts/${account}/Keys.json?PageSize=1000`;
  while (page !== null) {
    const list = (await (await fetch(url + page, { headers })).json()) as KeyList;
    names.push(...list.keys.map((key) => key.friendly_name));
    page = list.next_page_uri;
  }
  return names;
}

const writers = 6;

/** Writes without a pause until nobody answers; the names that were acknowledged. */
async function writeUntilGone(url: string, round: number, acknowledged: Set<string>): Promise<void> {
  const writer = async (number: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const FriendlyName = `${round}/${number}/${count}`;
      const body = new URLSearchParams({ FriendlyName });
      const path = `/2010-04-01/Accounts/${account}/Keys.json`;
      const response = await fetch(url + path, { method: "POST", headers, body }).catch(() => undefined);
      if (response?.status !== 201) return;
      acknowledged.add(FriendlyName);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)));
}

/** `FC_RUNS=200` asks for all of them. */
const kills = Math.min(200, Number(process.env["FC_RUNS"] ?? 4));

test("whenever the process is killed during writes, every acknowledged one is there, and none twice", {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "flexbill-killed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round += 1) {
    const { child, url } = await served(folder);
    const enough = acknowledged.size + 1 + ((round * 7_919) % 61);
    const writing = writeUntilGone(url, round, acknowledged);
    while (acknowledged.size < enough) await setTimeout(1);
    await setTimeout(round % 7);
    await ended(child, "SIGKILL");
    await writing;
  }
  const { child, url } = await served(folder);
  const names = await namesAt(url);
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
  expect([...acknowledged].filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  // What was under way when the process ended may be there or not, but no more than each writer's last one.
  expect(names.length - acknowledged.size).toBeLessThanOrEqual(kills * writers);
  await ended(child, "SIGKILL");
});
