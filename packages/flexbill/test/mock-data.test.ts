import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { account, createFolder, start } from "./command.ts";

const folder = createFolder();
const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };
const flags = ["--port", "0", "--quiet", "--rate", "0", "--month", "2025-05"];
const file = (data: string) => join(folder.path, data, "world.sqlite");

/** Starts the mock on a folder of data; ends with the address it prints. */
async function served(data: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = start(folder.path, ["mock", "--data", data, ...flags]);
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.end();
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

test("a world that ended well goes on where it was, and a second process is kept out of its folder", {
  timeout: 180_000,
}, async () => {
  const first = await served("own");
  await fetch(`${first.url}/2010-04-01/Accounts/${account}/Keys.json`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ FriendlyName: "mine" }),
  });
  const second = await folder.run(["mock", "--data", "own", ...flags]);
  expect([second.status, second.out]).toEqual([3, ""]);
  expect(second.err).toContain("in use by another process");
  const records = `/2010-04-01/Accounts/${account}/Usage/Records.json?PageSize=1000`;
  const usage = async (url: string) => (await fetch(url + records, { headers })).text();
  const before = await usage(first.url);
  await ended(first.child, "SIGTERM");
  const third = await served("own");
  expect(await namesAt(third.url)).toEqual(["mine"]);
  expect(await usage(third.url)).toBe(before);
  await ended(third.child, "SIGTERM");
});

test("a file that is no world of ours is refused and left alone, in both languages", { timeout: 180_000 }, async () => {
  const { child } = await served("foreign");
  await ended(child, "SIGTERM");
  const text = "these are somebody's notes, not a world";
  writeFileSync(file("foreign"), text);
  for (const [lang, words] of [
    ["en", "It was not touched"],
    ["ja", "ファイルは変更していません"],
  ] as const) {
    const { status, err } = await folder.run(["mock", "--data", "foreign", "--lang", lang, ...flags]);
    expect([status, err.includes(words)]).toEqual([2, true]);
  }
  expect(readFileSync(file("foreign"), "utf8")).toBe(text);
});
