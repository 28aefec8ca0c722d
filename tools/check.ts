// `npm test`: everything that must hold, each suite with its seconds; the last line counts.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Outcome, runSuite } from "./check/run-suite.ts";
import { suites } from "./check/suites.ts";
import { dearest, formatTally, skippedTests, strict, sumOfTallies } from "./check/tally.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const inCi = ["1", "true"].includes(process.env["CI"] ?? "");
const seed = process.env["FC_SEED"] ?? "20260101";

function printSkipped(outcomes: readonly Outcome[]): void {
  const names = outcomes.flatMap(({ report }) => (report === undefined ? [] : skippedTests(report)));
  if (names.length === 0) return;
  console.log(`\nSKIPPED for want of something on this machine${inCi ? ": a failure in CI" : ""}:`);
  for (const name of names) console.log(`  ${name}`);
}

function printDearest(outcomes: readonly Outcome[]): void {
  console.log("\nDearest test files:");
  const reports = outcomes.flatMap(({ report }) => report ?? []);
  for (const { file, seconds } of dearest(reports, 10))
    console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${relative(root, file)}`);
}

console.log(`Node ${process.versions.node}, FC_SEED=${seed} (FC_SEED=N draws other examples)`);
const outcomes: Outcome[] = [];
for (const suite of suites) {
  console.log(`\n== ${suite.name}`);
  outcomes.push(await runSuite(suite, root));
}
printSkipped(outcomes);
if (inCi) printDearest(outcomes);
console.log("\nSuites:");
for (const { suite, seconds, tally } of outcomes)
  console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${suite.name.padEnd(10)} ${formatTally(tally)}`);
const counted = sumOfTallies(outcomes.map(({ tally }) => tally));
const total = inCi ? strict(counted) : counted;
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
