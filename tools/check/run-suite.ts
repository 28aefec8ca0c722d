import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import type { Suite } from "./suites.ts";
import { type Report, type Tally, tallyOfReport, tallyOfStatus } from "./tally.ts";

/** How one suite went. */
export interface Outcome {
  readonly suite: Suite;
  readonly seconds: number;
  readonly tally: Tally;
  readonly report?: Report;
}

const groups = process.platform !== "win32";

/** Test runners start workers: a signal goes to the child's whole group. */
function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (groups && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // it has just ended
  }
}

function statusOf(child: ChildProcess): Promise<number> {
  const onSignal = (signal: NodeJS.Signals) => {
    stop(child, "SIGKILL");
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, onSignal);
  return new Promise((done) => {
    child.once("exit", (code) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, onSignal);
      done(code ?? 1);
    });
  });
}

function readReport(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined;
}

/** Runs a suite in `root` and counts; its output goes to ours. */
export async function runSuite(suite: Suite, root: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "flexbill-check-"));
  const file = join(folder, "report.json");
  const reporters = suite.countsTests ? ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`] : [];
  const started = performance.now();
  const args = [suite.tool, ...suite.args, ...reporters];
  const status = await statusOf(
    spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: groups }),
  );
  const seconds = (performance.now() - started) / 1000;
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  if (!suite.countsTests) return { suite, seconds, tally: tallyOfStatus(status) };
  const tally = tallyOfReport(report, status);
  return report === undefined ? { suite, seconds, tally } : { suite, seconds, tally, report };
}
