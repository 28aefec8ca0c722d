// Mutation testing: does a test fail when the code is wrong? In a throw-away copy of the tree, one package after another.
//   node tools/dev.mjs exec node tools/mutation/run.ts kernel [--mutate 'round*.ts']… [--concurrency 2] [--write]
// --report FILE keeps Stryker's report; --earlier FILE believes a report where code and tests are still the same; --judge FILE
// holds a report, or several of parts, against the list of survivors and runs nothing.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { complaints, type Judgement, judge } from "./judgement.ts";
import { fates, type Report } from "./mutants.ts";
import { type Measured, measured, patternsOf } from "./packages.ts";
import { type Scores, survivors } from "./page.ts";
import { mutate } from "./stryker.ts";
import { throwAwayTree } from "./tree.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mutate: { type: "string", multiple: true, default: [] },
    concurrency: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
    report: { type: "string" },
    earlier: { type: "string" },
    judge: { type: "string", multiple: true },
  },
});
const whole = values.mutate.length === 0;

const readReport = (file: string): Report => JSON.parse(readFileSync(file, "utf8")) as Report;

async function run(one: Measured): Promise<Report> {
  const { name, slow } = one;
  const { earlier } = values;
  const [patterns, concurrency] = [patternsOf(one, values.mutate), Number(values.concurrency)];
  const tree = throwAwayTree();
  try {
    const file = await mutate({ folder: tree.folder, name, slow, patterns, concurrency, earlier });
    if (values.report !== undefined) copyFileSync(file, resolve(values.report));
    return readReport(file);
  } finally {
    tree.remove();
  }
}

/** Only a run of a whole package is a measurement. */
function writeScore(name: string, { found, missed }: Judgement): void {
  const file = new URL("scores.json", import.meta.url);
  const before = JSON.parse(readFileSync(file, "utf8")) as Scores;
  const after: Scores = { ...before, [name]: { date: new Date().toISOString().slice(0, 10), found, missed } };
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
}

async function measure(one: Measured): Promise<boolean> {
  const reports = values.judge?.map(readReport) ?? [await run(one)];
  const judgement = judge(reports.flatMap(fates), survivors[one.name] ?? []);
  const { found, missed, score } = judgement;
  const wrong = complaints(judgement, whole ? one.bar : 0);
  for (const complaint of wrong) console.error(complaint);
  console.log(`${one.name}: ${found} of ${found + missed} mutants found, ${score.toFixed(2)} %`);
  if (values.write && whole) writeScore(one.name, judgement);
  return wrong.length === 0;
}

const chosen = measured.filter(({ name }) => positionals.includes(name));
const names = measured.map(({ name }) => name);
if (chosen.length === 0 || positionals.some((name) => !names.includes(name))) {
  console.error(`Wanted: node tools/mutation/run.ts ${names.join("|")} [--mutate FILE]…`);
  process.exit(2);
}
try {
  for (const one of chosen) if (!(await measure(one))) process.exitCode = 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 3;
}
