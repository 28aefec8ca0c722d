import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { account, createFolder } from "./command.ts";
import { createKey, ended, headers, keyNames, mockFlags, serveMock } from "./served-mock.ts";

const folder = createFolder();
const file = (data: string) => join(folder.path, data, "world.sqlite");

test("a world that ended well goes on where it was, and a second process is kept out of its folder", {
  timeout: 180_000,
}, async () => {
  const first = await serveMock(folder.path, "own");
  await createKey(first.url, "mine");
  const second = await folder.run(["mock", "--data", "own", ...mockFlags]);
  expect([second.status, second.out]).toEqual([3, ""]);
  expect(second.err).toContain("in use by another process");
  const records = `/2010-04-01/Accounts/${account}/Usage/Records.json?PageSize=1000`;
  const usage = async (url: string) => (await fetch(url + records, { headers })).text();
  const before = await usage(first.url);
  await ended(first.child, "SIGTERM");
  const third = await serveMock(folder.path, "own");
  expect(await keyNames(third.url)).toEqual(["mine"]);
  expect(await usage(third.url)).toBe(before);
  await ended(third.child, "SIGTERM");
});

test("a file that is no world of ours is refused and left alone, in both languages", { timeout: 180_000 }, async () => {
  const { child } = await serveMock(folder.path, "foreign");
  await ended(child, "SIGTERM");
  const text = "these are somebody's notes, not a world";
  writeFileSync(file("foreign"), text);
  for (const [lang, words] of [
    ["en", "It was not touched"],
    ["ja", "ファイルは変更していません"],
  ] as const) {
    const { status, err } = await folder.run(["mock", "--data", "foreign", "--lang", lang, ...mockFlags]);
    expect([status, err.includes(words)]).toEqual([2, true]);
  }
  expect(readFileSync(file("foreign"), "utf8")).toBe(text);
});
