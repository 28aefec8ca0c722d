/** One run in a process of its own: `node bench/simulator/play.ts TIMES MONTH,MONTH… FILE`; answers with its figures. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { type Month, month } from "@flexbill/kernel";
import { createRun } from "@flexbill/simulator";
import { outsourcer } from "./outsourcer.ts";

const [times = "1", months = "2026-10", file = "/dev/null"] = process.argv.slice(2);
const start = performance.now();
const run = createRun(outsourcer(Number(times)), {
  months: months.split(",").map((text): Month => month(text)),
  seed: 7,
});
const out = createWriteStream(file);
let bytes = 0;
for (const batch of run.batches) {
  const text = batch.map((event) => `${JSON.stringify(event)}\n`).join("");
  bytes += text.length;
  if (!out.write(text)) await once(out, "drain");
}
out.end();
await once(out, "finish");
const { events, users, hoursPerUser } = run.statistics();
const seconds = (performance.now() - start) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    events,
    "agent-hours": Math.round(users * hoursPerUser),
    "GB written": (bytes / 1e9).toFixed(2),
    seconds: seconds.toFixed(1),
    "CPU seconds": ((userCPUTime + systemCPUTime) / 1e6).toFixed(1),
    "peak RSS, MB": Math.round((maxRSS * 1024) / 1e6),
  }),
);
