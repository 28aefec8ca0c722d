import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "flexbill-version-"));
const manifests = ["package.json", ...globSync("{packages,apps}/*/package.json", { cwd: root }), "bench/package.json"];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}
const read = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Manifest;
const published = manifests.filter((file) => read(root, file).private !== true);

/** The papers of the workspace without its sources, with a change of one package that waits for its release. */
beforeAll(() => {
  for (const file of [...manifests, "pnpm-workspace.yaml", "pnpm-lock.yaml"]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  cpSync(join(root, ".changeset"), join(copy, ".changeset"), { recursive: true });
  writeFileSync(join(copy, ".changeset", "a-test.md"), '---\n"@flexbill/kernel": minor\n---\n\nA change that waits.\n');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("changeset version gives all public packages one next version, and each change its line in a changelog", () => {
  const tool = join(root, "node_modules", "@changesets", "cli", "bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, "version"], { cwd: copy, encoding: "utf8" });
  expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
  const versions = published.map((file) => read(copy, file).version);
  expect(new Set(versions).size).toBe(1);
  expect(versions[0]).not.toBe(read(root, published[0]!).version);
  expect(readFileSync(join(copy, "packages", "kernel", "CHANGELOG.md"), "utf8")).toContain("A change that waits.");
  expect(readdirSync(join(copy, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md")).toEqual(
    [],
  );
});

test("what is not published keeps its version", () => {
  const kept = manifests.filter((file) => !published.includes(file));
  expect(kept.map((file) => read(copy, file).version)).toEqual(kept.map((file) => read(root, file).version));
});
