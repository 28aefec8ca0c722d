import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder } from "./command.ts";

const read = (page: string) => readFileSync(new URL(`../../../${page}`, import.meta.url), "utf8");
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);

/** What a page shows of a command, and what a run printed, but for how the command was called and how long it took. */
const plain = (text: string) =>
  text
    .replaceAll("npx flexbill", "flexbill")
    .replaceAll(/, [\d.]+ s\)/g, ")")
    .trim();

const folder = createFolder();
const shown = async (args: readonly string[]): Promise<string> => {
  const { err, out } = await folder.run(args);
  return plain(`${err}${out}`);
};
const verify = ["verify", "--bail", "--adapter", "./rater.mjs"];

test("a newcomer sees what docs/verify.md and the README show, from nothing to the first understood failure", async () => {
  const page = read("docs/verify.md");
  const [begin = "", second = ""] = blocks(page, "console");
  const [rater = ""] = blocks(page, "js");
  const [init = "", first = ""] = plain(begin).split(`$ flexbill ${verify.join(" ")}\n`);
  expect(await shown(["verify", "init"])).toBe(init.replace("$ flexbill verify init\n", "").trim());
  const failure = await shown(verify);
  expect(failure).toBe(first);
  const token = /--replay (\S+)/.exec(failure)?.[1] ?? "no token";
  expect(read("README.md")).toContain(`--replay ${token}`);

  folder.write("rater.mjs", rater);
  expect(`$ flexbill ${verify.join(" ")}\n${await shown(verify)}`).toBe(plain(second));
});
