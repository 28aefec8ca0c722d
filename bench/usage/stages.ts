import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEventReader } from "@flexbill/usage";
import { generateEvents } from "./generate.ts";
import { forEachChunk, parseLines } from "./lines.ts";
import { meterLines } from "./meter-lines.ts";

/**
 * `node bench/usage/stages.ts [EVENTS] [ROUNDS]`: where metering spends its time. Each stage does what the one before
 * does and one thing more; all of them take turns. The last mixes the bytes of the file and makes nothing of them: no reader can do less.
 */
const events = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 7);

function readAndCheck(path: string): void {
  const reader = createEventReader({ file: path, onEvent: () => {} });
  forEachChunk(path, reader.push);
  if (!reader.finish().ok) throw new Error("the events are not read");
}

function mixWords(view: DataView): number {
  const end = view.byteLength - 3;
  let mixed = 0;
  for (let at = 0; at < end; at += 4) mixed = Math.imul(mixed ^ view.getInt32(at, true), 0x9e37_79b1);
  return mixed;
}

const folder = mkdtempSync(join(tmpdir(), "flexbill-bench-"));
try {
  const file = join(folder, "events.ndjson");
  generateEvents(file, events);
  const view = new DataView(new Uint8Array(readFileSync(file)).buffer);
  const stages: Readonly<Record<string, () => unknown>> = {
    "read and JSON.parse": () => parseLines(file),
    "read and check": () => readAndCheck(file),
    "and tell apart": () => meterLines(file, `AC${"f".repeat(32)}`),
    "and meter": () => meterLines(file),
    "mix the bytes, four at a time": () => mixWords(view),
  };
  const times = Array.from({ length: rounds + 1 }, () => Object.values(stages).map(timeOf)).slice(1);
  console.table(Object.keys(stages).map((stage, index) => ({ stage, ...summaryOf(times, index) })));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function summaryOf(times: readonly (readonly number[])[], index: number): Readonly<Record<string, string>> {
  const own = median(times.map((round) => round[index] ?? Number.NaN));
  const ratio = median(times.map((round) => (round[index] ?? Number.NaN) / (round[0] ?? Number.NaN)));
  return { "ns an event": ((own * 1e6) / events).toFixed(0), "times the first": ratio.toFixed(2) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
