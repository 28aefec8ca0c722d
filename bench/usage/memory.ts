import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateEvents } from "./generate.ts";
import { parseLines } from "./lines.ts";
import { meterLines } from "./meter-lines.ts";

/** `node bench/usage/memory.ts [EVENTS]`: one pass over many events, and what it holds; 10,000,000 by default. */
const most = { ratio: 2.5, identityBytes: 24, peakBytes: 600e6 };
const events = Number(process.argv[2] ?? 10_000_000);
const folder = mkdtempSync(join(tmpdir(), "flexbill-bench-"));
const file = join(folder, "events.ndjson");
try {
  generateEvents(file, events);
  const start = performance.now();
  const metered = meterLines(file);
  const meteredMs = performance.now() - start;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const again = performance.now();
  parseLines(file);
  const parsedMs = performance.now() - again;
  const identityBytes = metered.identityBytes / metered.identities;
  const ratio = meteredMs / parsedMs;
  console.table({
    events: metered.events,
    rows: metered.rows,
    "bytes an identity": identityBytes.toFixed(1),
    "peak RSS, MB": Math.round(peakBytes / 1e6),
    "seconds, metered": (meteredMs / 1000).toFixed(1),
    "seconds, only parsed": (parsedMs / 1000).toFixed(1),
    ratio: ratio.toFixed(2),
  });
  if (ratio > most.ratio || identityBytes > most.identityBytes || peakBytes > most.peakBytes) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
