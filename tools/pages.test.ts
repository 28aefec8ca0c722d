import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "./pages.ts";

test.each(Object.entries(pages()))("docs/%s says what its data says", (name, text) => {
  const file = new URL(`../docs/${name}`, import.meta.url);
  expect(existsSync(file), `docs/${name} is missing: node tools/write-pages.ts`).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(text);
});
