import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");

/** The code block in this language that follows the heading, and the block after it. */
function blocksUnder(heading: string): readonly string[] {
  const section = readme.slice(readme.indexOf(heading));
  return [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map((found) => found[1] ?? "");
}

test("the README's lines of SDK code print what stands below them", () => {
  const [code = "", printed = ""] = blocksUnder("## The SDK");
  const folder = mkdtempSync(join(import.meta.dirname, "readme-"));
  try {
    writeFileSync(join(folder, "example.ts"), code.replace('"flexbill"', '"../../src/index.ts"'));
    const output = execFileSync(process.execPath, [join(folder, "example.ts")], { encoding: "utf8" });
    expect(output.trimEnd()).toBe(printed.trimEnd());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the first rater that the page on verify writes fails as the page says", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/verify.md"), "utf8");
  const [, code = ""] = /^```js\n(.*?)^```$/ms.exec(page) ?? [];
  const folder = mkdtempSync(join(import.meta.dirname, "readme-"));
  try {
    writeFileSync(join(folder, "rater.mjs"), code);
    const command = [join(import.meta.dirname, "../src/bin.ts"), "verify", "--bail", "--adapter", "./rater.mjs"];
    const { status, stdout } = spawnSync(process.execPath, [...command, "--runs", "60"], {
      cwd: folder,
      encoding: "utf8",
    });
    const said = /quantity is "\d+e-\d+", wanted a decimal in quotes/;
    expect([status, stdout]).toEqual([1, expect.stringMatching(said)]);
    expect(page).toMatch(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
