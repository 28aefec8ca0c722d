// Writes what the packages export to api/: node tools/dev.mjs run api
import { mkdirSync, writeFileSync } from "node:fs";
import { apiReports } from "./report.ts";

const root = new URL("../../", import.meta.url);
mkdirSync(new URL("api/", root), { recursive: true });
for (const { path, text } of apiReports()) {
  writeFileSync(new URL(path, root), text);
  console.log(path);
}
