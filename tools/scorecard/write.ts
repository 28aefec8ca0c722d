import { writeFileSync } from "node:fs";
import { faults } from "../../packages/invariants/src/index.ts";
import { fullEffort, measure } from "./measure.ts";
import type { Scorecard } from "./page.ts";

/**
 * Measures which law finds which planted fault, and after how many months: `node tools/scorecard/write.ts` writes
 * `scorecard.json` here; `node tools/write-pages.ts` then makes `docs/scorecard.md` of it.
 */
const started = process.cpuUsage();
const found = measure(fullEffort, faults, (what) => console.error(what));
const { user, system } = process.cpuUsage(started);
const minutes = Math.ceil((user + system) / 60_000_000);
const scorecard: Scorecard = { ...fullEffort, minutes, found };
writeFileSync(new URL("scorecard.json", import.meta.url), `${JSON.stringify(scorecard, null, 2)}\n`);
