import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchRuntimes, runOn, runtimes } from "../runtimes/runtimes.ts";
import { smokes, writeSmokeFiles } from "../runtimes/smokes.ts";
import { call, installFlexbill, packAll, publicPackages, type Tarball, weigh } from "./pack.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "flexbill-packing-"));
const project = join(folder, "project");
const patient = 900_000;
let tarballs: readonly Tarball[] = [];

beforeAll(() => {
  fetchRuntimes();
  tarballs = packAll(join(folder, "tarballs"));
  installFlexbill(project, tarballs);
  writeSmokeFiles(project);
}, patient);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string) => tarballs.find((tarball) => tarball.name === name)?.file ?? "";
const node = (tool: string, args: readonly string[]) =>
  call(process.execPath, [join(root, "node_modules", tool), ...args]);

describe("every public package is in order", () => {
  for (const { name } of publicPackages()) {
    test(`publint finds nothing in ${name}`, { timeout: patient }, () => {
      expect(node("publint/src/cli.js", ["run", fileOf(name), "--strict"])).toContain("All good!");
    });

    test(`the types of ${name} are right for every consumer of modules`, { timeout: patient }, () => {
      const args = [fileOf(name), "--profile", "esm-only", "--format", "json"];
      const { analysis } = JSON.parse(node("@arethetypeswrong/cli/dist/index.js", args));
      const forModules = (problem: { kind: string; resolutionKind?: string }) =>
        !["node10", "node16-cjs"].includes(problem.resolutionKind ?? "");
      expect(analysis.packageName).toBe(name);
      expect(analysis.problems.filter(forModules)).toEqual([]);
    });

    test(`${name} carries its licence's name and no test`, { timeout: patient }, () => {
      const listed = call("tar", ["-tzf", fileOf(name)]).split("\n");
      expect(listed.filter((file) => /\.test\.|\/testing\/|\.tsbuildinfo$/.test(file))).toEqual([]);
      expect(listed).toContain("package/LICENSE");
    });
  }
});

describe("an empty project with flexbill", () => {
  test("weighs at most 15 MB in at most 25 packages", () => {
    const { packages, bytes } = weigh(project);
    console.log(`flexbill installs ${packages} packages, ${(bytes / 1e6).toFixed(1)} MB`);
    expect(packages).toBeLessThanOrEqual(25);
    expect(bytes).toBeLessThanOrEqual(15e6);
  });

  test("has the command as a small launcher and one file behind it", () => {
    const read = (file: string) => readFileSync(join(project, "node_modules", "flexbill", "dist", file), "utf8");
    expect(read("bin.js").startsWith("#!/usr/bin/env node\n")).toBe(true);
    expect(read("bin.js").length).toBeLessThan(2000);
    expect(read("node.js")).not.toMatch(/from\s*"(@flexbill\/|\.\.?\/)/);
  });

  for (const { sentence, args, input } of smokes.filter(({ args }) => ["rate", "--version"].includes(args[0] ?? "")))
    test(`${sentence} on every runtime as in the checkout`, { timeout: patient }, async () => {
      const options = { cwd: project, scratch: join(folder, "scratch"), ...(input === undefined ? {} : { input }) };
      const installed = join(project, "node_modules", "flexbill", "dist", "bin.js");
      const sources = join(root, "packages", "flexbill", "src", "bin.ts");
      const wanted = await runOn({ name: "node", file: process.execPath, before: [] }, sources, args, options);
      expect(wanted.status).toBe(0);
      const ran = await Promise.all(runtimes().map((runtime) => runOn(runtime, installed, args, options)));
      expect(ran.map((each) => each.err + (each.status === 0 && each.out === wanted.out))).toEqual(
        ran.map(() => `${wanted.err}true`),
      );
    });

  test("verifies a rater that is a module, in its thread", { timeout: patient }, () => {
    const verify = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(project, "node_modules", "flexbill", "dist", "bin.js"), "verify", ...args], {
        cwd: project,
        encoding: "utf8",
      });
    expect(verify("init").status).toBe(0);
    const { status, stdout } = verify("--bail", "--runs", "40", "--adapter", "./rater.mjs");
    expect([status, stdout]).toEqual([1, expect.stringContaining("flexbill verify --adapter ./rater.mjs --replay ")]);
  });

  test("runs through the name that npm links", { timeout: patient }, () => {
    expect(call("npm", ["exec", "--no", "--", "flexbill", "--version"], project).trim()).toMatch(/^\d+\.\d+\.\d+/);
  });
});
