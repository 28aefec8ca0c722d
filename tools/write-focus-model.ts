// Writes the FOCUS rules that reports checks files by, out of the published model: node tools/write-focus-model.ts
import { readFileSync, writeFileSync } from "node:fs";
import { compactModel, type RequirementsModel } from "./focus/compact-model.ts";

const published = new URL("../fixtures/focus/model-1.4.json", import.meta.url);
const target = new URL("../packages/reports/data/focus-1.4.json", import.meta.url);
writeFileSync(target, compactModel(JSON.parse(readFileSync(published, "utf8")) as RequirementsModel));
