import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { declarationsOf } from "./declarations.ts";
import { apiReports } from "./report.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("what the packages export is what was reviewed: node tools/dev.mjs run api writes it anew", () => {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-b"], { cwd: root, encoding: "utf8" });
  expect([status, stdout]).toEqual([0, ""]);
  const reports = apiReports();
  const committed = readdirSync(join(root, "api")).map((name) => `api/${name}`);
  expect(committed.sort()).toEqual(reports.map(({ path }) => path).sort());
  for (const { path, text } of reports) {
    expect(text).not.toContain("declared nowhere");
    expect(readFileSync(join(root, path), "utf8"), path).toBe(text);
  }
});

test("a name leads to its declaration, without comments, through renaming and overloads", () => {
  const folder = mkdtempSync(join(tmpdir(), "flexbill-api-"));
  writeFileSync(
    join(folder, "index.d.ts"),
    'export { b as c, type T } from "./b.ts";\nexport * from "far";\nexport type { Far } from "far";\n',
  );
  writeFileSync(
    join(folder, "b.d.ts"),
    "/** Says b. */\nexport declare function b(x: 1): 1;\nexport declare function b(x: 2): 2;\n" +
      "export interface T {\n    /** A member. */\n    readonly t: string;\n}\nexport declare const hidden = 1;\n",
  );
  expect([...declarationsOf(join(folder, "index.d.ts"))]).toEqual([
    ["c", "c = function b(x: 1): 1;\nfunction b(x: 2): 2;"],
    ["T", "interface T {\n    readonly t: string;\n}"],
    ["* far", '* from "far"'],
    ["Far", 'Far from "far"'],
  ]);
  rmSync(folder, { recursive: true });
});
