// Writes the pages of docs/ that are made from data: node tools/write-pages.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { pages } from "./pages.ts";

const folder = new URL("../docs/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages())) {
  writeFileSync(new URL(name, folder), text);
  console.log(`docs/${name}`);
}
