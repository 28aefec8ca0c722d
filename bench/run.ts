import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measure } from "./measure.ts";
import type { Figure, Suite } from "./suite.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    rounds: { type: "string", default: "20" },
  },
});

const here = new URL(".", import.meta.url);
const known = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/suite.ts`, here)))
  .map((entry) => entry.name);

function row(figure: Figure): Record<string, string> {
  return {
    task: figure.task,
    contestant: figure.contestant,
    ms: `${figure.ms.toFixed(2)}${figure.by === "least" ? " (least)" : ""}`,
    "ns / operation": figure.nsPerOperation.toFixed(1),
    "times faster": figure.timesFaster.toFixed(1),
    "at least": figure.atLeast === null ? "" : String(figure.atLeast),
    "at most ms": figure.atMostMs === null ? "" : String(figure.atMostMs),
    kept: figure.kept ? "yes" : "NO",
  };
}

async function load(name: string): Promise<Suite> {
  if (!known.includes(name)) throw new Error(`No suite "${name}"; there are: ${known.join(", ")}`);
  const loaded: { suite: Suite } = await import(new URL(`${name}/suite.ts`, here).href);
  return loaded.suite;
}

/** A suite's long run stands alone in `memory.ts`, a process of its own, since it measures what a process holds. */
function runLong(name: string): boolean {
  const script = new URL(`${name}/memory.ts`, here);
  if (!existsSync(script)) return true;
  return spawnSync(process.execPath, [fileURLToPath(script)], { stdio: "inherit" }).status === 0;
}

const wanted = positionals.length > 0 ? positionals : known;
const suites = await Promise.all(wanted.map(load));
const figures = suites.flatMap((suite) => suite.tasks.flatMap((task) => measure(task, Number(values.rounds))));
if (values.json)
  console.log(JSON.stringify({ node: process.version, rounds: Number(values.rounds), figures }, null, 2));
else console.table(figures.map(row));
const longKept = !values.long || wanted.map(runLong).every((kept) => kept);
if (!longKept || figures.some((figure) => !figure.kept)) process.exitCode = 1;
