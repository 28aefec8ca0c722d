import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { originSentences, origins } from "./origins.ts";

const root = new URL("../../", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");

test("every golden vector has an origin, and nothing else has one", () => {
  const names = readdirSync(new URL("fixtures/golden/", root)).filter((name) => name.endsWith(".json"));
  expect(Object.keys(origins.golden).sort()).toEqual(names.map((name) => name.slice(0, -".json".length)).sort());
});

test("every case from the field has an origin, and nothing else has one", () => {
  const ids = [...textOf("fixtures/cases/cases.md").matchAll(/^### (C-\d+) /gm)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(Object.keys(origins.cases)).toEqual(ids);
});

test("an origin is one of three, and a vector that is not ours says what it rests on", () => {
  for (const { origin } of [...Object.values(origins.golden), ...Object.values(origins.cases)])
    expect(["twilio", "third-party", "ours"]).toContain(origin);
  for (const [id, { origin, from }] of Object.entries(origins.golden))
    expect(from === undefined, id).toBe(origin === "ours");
});

test.each([
  ["README.md", "en", " "],
  ["README.ja.md", "ja", ""],
] as const)("%s prints the three counts", (file, language, joint) => {
  expect(textOf(file).replaceAll(/\n(?!\n)/g, joint)).toContain(originSentences(origins)[language]);
});
