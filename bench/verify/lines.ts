import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { VerifyReport } from "@flexbill/invariants";

const command = fileURLToPath(new URL("../../packages/flexbill/src/bin.ts", import.meta.url));
const rater = fileURLToPath(new URL("trivial.mjs", import.meta.url));

/** Laws that an empty invoice keeps, so that every case is asked. */
const kept = ["invariance.permutation", "invariance.duplicate", "time.late", "conservation.totals"];

/**
 * Cases a second of the command with a rater that is a process and answers at once, generation left out: of the law that
 * was disturbed least, since two processes on a busy machine wait for each other.
 */
export function linesPerSecond(runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), "flexbill-bench-"));
  const args = ["verify", ...kept, "--adapter", `cmd:${process.execPath} ${rater}`, "--runs", `${runs}`];
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args, "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`verify ended with ${status}: ${stderr}`);
  const { laws } = JSON.parse(stdout) as VerifyReport;
  return Math.max(...laws.map((law) => (law.runs / law.milliseconds.rating) * 1000));
}
