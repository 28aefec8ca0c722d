import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleForTheWeb, openDoors, openIn, webPlaces } from "./doors.ts";
import { readWorkspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("every door opens in a browser and in a worker", () => {
  for (const { specifier, file } of openDoors(readWorkspace(root).rooms))
    test(`${specifier} loads without Node`, { timeout: 60_000 }, async () => {
      const { code, nodeModules } = await bundleForTheWeb(join(root, file));
      expect(nodeModules).toEqual([]);
      const exported = Object.values(webPlaces).map((place) => [...openIn(place, code)].sort());
      const fromNode = Object.keys((await import(join(root, file))) as object).sort();
      expect(exported).toEqual(Object.keys(webPlaces).map(() => fromNode));
    });
});

describe("a door that needs Node is found", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "flexbill-doors-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function bundle(text: string) {
    const file = join(folder, "door.ts");
    writeFileSync(file, text);
    return bundleForTheWeb(file);
  }

  test("by a module of Node that it imports, however late", async () => {
    expect(
      (await bundle('import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n')).nodeModules,
    ).toEqual(["node:fs"]);
    expect((await bundle('export const a = () => import("node:fs");\n')).nodeModules).toEqual(["node:fs"]);
  });

  test("by a name of Node that it reads while it loads", async () => {
    for (const name of ["process.env", "Buffer.from('a')", "setImmediate", "__dirname"]) {
      const { code } = await bundle(`export const a = ${name};\n`);
      for (const place of Object.values(webPlaces)) expect(() => openIn(place, code)).toThrow(/is not defined/);
    }
  });

  test("by a name of the page that a worker does not have", async () => {
    const { code } = await bundle("export const a = document;\n");
    expect(openIn(webPlaces["browser"]!, code)).toEqual(["a"]);
    expect(() => openIn(webPlaces["worker"]!, code)).toThrow(/document is not defined/);
  });
});
