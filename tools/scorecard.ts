import { faults, type Law, laws, outsideTheModel, runsToFind } from "../packages/invariants/src/index.ts";

/**
 * Which law finds which planted fault, and after how many cases: `node tools/scorecard.ts [runs] [seeds]`. A law that
 * finds nothing among the first cases of the first seed is left out of a fault's row unless nothing else finds it.
 */
const [runs = 2_000, seeds = 20] = process.argv.slice(2).map(Number);
const glance = Math.min(runs, 300);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

function medianRuns(law: Law, fault: (typeof faults)[number]): string | undefined {
  const subject = { name: fault.id, rate: fault.rate };
  const found = Array.from({ length: seeds }, (_, seed) => runsToFind(law, subject, { seed, runs }) ?? Infinity);
  const middle = median(found);
  return Number.isFinite(middle) ? `${law.id} ${middle}` : undefined;
}

console.log("| fault | known as | laws that find it, with the median of the runs they need |\n| --- | --- | --- |");
const missed: string[] = [];
for (const fault of faults) {
  const subject = { name: fault.id, rate: fault.rate };
  const seen = laws.filter((law) => runsToFind(law, subject, { seed: 0, runs: glance }) !== undefined);
  const found = (seen.length > 0 ? seen : laws).flatMap((law) => medianRuns(law, fault) ?? []);
  if (found.length === 0) missed.push(fault.id);
  console.log(`| ${fault.id} | ${fault.knownAs.join(", ")} | ${found.join("; ") || "none"} |`);
}
console.log(
  `\n${faults.length} faults, ${faults.length - missed.length} found; missed: ${missed.join(", ") || "none"}\n`,
);
for (const [id, reason] of Object.entries(outsideTheModel)) console.log(`- ${id} is outside: ${reason}`);
process.exitCode = missed.length > 0 ? 1 : 0;
