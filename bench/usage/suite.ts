import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Suite } from "../suite.ts";
import { generateEvents } from "./generate.ts";
import { parseLines } from "./lines.ts";
import { meterLines } from "./meter-lines.ts";

const events = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), "flexbill-bench-"));
const file = join(folder, "events.ndjson");
generateEvents(file, events);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What metering costs beside a loop that only reads and parses the same lines. */
export const suite: Suite = {
  name: "usage",
  tasks: [
    {
      name: "metering 1,000,000 events",
      operations: events,
      baseline: { name: "read and JSON.parse", run: () => String(parseLines(file)) },
      others: [
        { name: "checked, deduplicated, metered", run: () => String(meterLines(file).events), atLeast: 1 / 2.2 },
      ],
    },
  ],
};
