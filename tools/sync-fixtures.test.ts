import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtureDrift, fixtureFolders, fixturesFolder, sharedFolder, syncFixtures } from "./sync-fixtures.ts";

let place: string;
let shared: string;
let fixtures: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "flexbill-fixtures-"));
  shared = join(place, "shared");
  fixtures = join(place, "fixtures");
  for (const folder of Object.keys(fixtureFolders)) mkdirSync(join(shared, folder, "deep"), { recursive: true });
  writeFileSync(join(shared, "golden", "a.json"), "1");
  writeFileSync(join(shared, "golden", "deep", "b.json"), "2");
});
afterEach(() => rmSync(place, { recursive: true }));

test("a copy that was just made has no drift", () => {
  syncFixtures(shared, fixtures);
  expect(existsSync(join(fixtures, "golden", "deep", "b.json"))).toBe(true);
  expect(fixtureDrift(shared, fixtures)).toEqual([]);
});

test("a missing, an extra and a changed copy are each named", () => {
  syncFixtures(shared, fixtures);
  rmSync(join(fixtures, "golden", "a.json"));
  writeFileSync(join(fixtures, "golden", "deep", "b.json"), "3");
  writeFileSync(join(fixtures, "golden", "c.json"), "4");
  expect(fixtureDrift(shared, fixtures).map(({ how }) => how)).toEqual(["missing", "extra", "different"]);
});

test("a copy whose original is gone disappears at the next sync", () => {
  syncFixtures(shared, fixtures);
  writeFileSync(join(fixtures, "golden", "c.json"), "4");
  syncFixtures(shared, fixtures);
  expect(existsSync(join(fixtures, "golden", "c.json"))).toBe(false);
});

test("the committed fixtures equal the originals wherever those are at hand", () => {
  expect(Object.values(fixtureFolders).filter((name) => !existsSync(join(fixturesFolder, name)))).toEqual([]);
  if (existsSync(sharedFolder)) expect(fixtureDrift(sharedFolder, fixturesFolder)).toEqual([]);
});
