// What `flexbill verify` costs: `node bench/verify/run.ts [--runs N] [--json]`. Exit status 1 where a promise is not kept.
// Seconds are those of the processor, but for the rater of JSON lines, where two processes take turns.
import { parseArgs } from "node:util";
import { createAnswerer } from "@flexbill/charges";
import { isFailure, laws, runSuite } from "@flexbill/invariants";
import { harnessCost } from "./harness.ts";
import { linesPerSecond } from "./lines.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "2000" }, json: { type: "boolean", default: false } },
});
const runs = Number(values.runs);

/** Milliseconds of the processor that this process has used: other work of the machine does not count. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const started = used();
const done = await runSuite(laws, async () => ({ name: "flexbill", rate: createAnswerer() }), {
  runs,
  seed: 1,
  clock: used,
});
const seconds = (used() - started) / 1000;
if (done.some(isFailure)) throw new Error("A law does not hold of the own rater");

const spent = done.map(({ law, milliseconds }) => ({
  law,
  ...milliseconds,
  all: milliseconds.generation + milliseconds.rating,
}));
const all = spent.reduce((sum, law) => sum + law.all, 0);
const generation = spent.reduce((sum, law) => sum + law.generation, 0) / all;
const { plain, harness } = await harnessCost(Math.min(runs, 200), used);
const lines = linesPerSecond(Math.min(runs, 2000));

const figures = {
  node: process.version,
  laws: laws.length,
  runs,
  seconds,
  generationShare: generation,
  harnessOverPlainLoop: harness / plain - 1,
  jsonLinesPerSecond: lines,
};
const kept = {
  seconds: seconds <= 60 * (runs / 2000),
  harnessOverPlainLoop: figures.harnessOverPlainLoop <= 0.3,
  jsonLinesPerSecond: lines >= 3000,
};

if (values.json) {
  console.log(JSON.stringify({ ...figures, kept, laws: spent }, null, 2));
} else {
  console.table(
    spent
      .toSorted((one, other) => other.all - one.all)
      .map(({ law, generation: drawing, rating, all: both }) => ({
        law,
        "generation ms": Math.round(drawing),
        "rating ms": Math.round(rating),
        share: `${((both / all) * 100).toFixed(1)} %`,
      })),
  );
  const percent = (part: number) => `${(part * 100).toFixed(0)} %`;
  console.log(`${laws.length} laws, ${runs} months each: ${seconds.toFixed(1)} s of one core (at most 60 at 2,000)`);
  console.log(`Generation: ${percent(generation)} of it`);
  console.log(
    `The harness beside a plain loop of the rater: ${percent(figures.harnessOverPlainLoop)} more (at most 30 %)`,
  );
  console.log(`A rater of JSON lines that answers at once: ${Math.round(lines)} cases/s (at least 3,000)`);
}
if (Object.values(kept).includes(false)) process.exitCode = 1;
