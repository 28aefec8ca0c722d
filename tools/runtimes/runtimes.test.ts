import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askMock } from "./mock-smoke.ts";
import { fetchRuntimes, type Ran, type Runtime, runOn, runtimes } from "./runtimes.ts";
import { smokes, writeSmokeFiles } from "./smokes.ts";

const command = fileURLToPath(new URL("../../packages/flexbill/src/bin.ts", import.meta.url));
const conformance = fileURLToPath(new URL("../../packages/mock/test/conformance/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "flexbill-runtimes-"));
const scratch = join(folder, "scratch");
const patient = 600_000;
let all: readonly Runtime[] = [];

beforeAll(() => {
  fetchRuntimes();
  all = runtimes();
  writeSmokeFiles(folder);
}, patient);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long outputs are compared by digest: a difference of megabytes tells nobody anything. */
function digest({ status, out, err }: Ran): string {
  if (status !== 0 || out === "") return `ended with ${status} after ${out.length} characters: ${err.slice(0, 2000)}`;
  return `${out.length} characters, ${createHash("sha256").update(out).digest("hex")}`;
}

test("Node 22, 24, 26, Deno and Bun are here", { timeout: patient }, () => {
  const names = process.platform === "win32" ? ["node", "deno", "bun"] : ["node22", "node24", "node26", "deno", "bun"];
  expect(all.map(({ name }) => name)).toEqual(names);
});

describe("the sources give the same bytes on every runtime", () => {
  for (const { sentence, args, input } of smokes)
    test(`flexbill ${sentence}`, { timeout: patient }, async () => {
      const options = { cwd: folder, scratch, ...(input === undefined ? {} : { input }) };
      const [first, ...others] = (await Promise.all(all.map((runtime) => runOn(runtime, command, args, options)))).map(
        digest,
      );
      expect(first).toMatch(/^\d+ characters, /);
      expect(others).toEqual(others.map(() => first));
    });

  test("the mock conforms in process, over HTTP and through MSW", { timeout: patient }, async () => {
    const ran = await Promise.all(all.map((runtime) => runOn(runtime, conformance, [], { cwd: folder, scratch })));
    for (const { status, out, err } of ran) {
      expect([status, err]).toEqual([0, expect.not.stringMatching(/error/i)]);
      const reports = out.split("\n").filter((line) => line !== "");
      expect(reports.map((line) => JSON.parse(line))).toEqual(
        ["in process", "over HTTP", "through MSW"].map((door) => expect.objectContaining({ door, wrong: [] })),
      );
    }
    expect(new Set(ran.map(({ out }) => out)).size).toBe(1);
  });

  test("flexbill serves the same usage records and ends on SIGTERM", { timeout: patient }, async () => {
    const answers = all.map((runtime) => askMock(runtime, command, folder, scratch));
    const [first, ...others] = await Promise.all(answers);
    expect([first?.status, (first?.records ?? []).length > 100, first?.exit]).toEqual([200, true, 143]);
    expect(others).toEqual(others.map(() => first));
  });
});
