/** The suite through every door on the runtime that runs this file; one JSON line a door on stdout. */
import process from "node:process";
import { doors } from "./door.ts";
import { runThrough } from "./suite.ts";

const lines: string[] = [];
for (const door of Object.keys(doors)) lines.push(`${JSON.stringify(await runThrough(door))}\n`);
// MSW leaves a channel open, which keeps Deno from ending.
process.stdout.write(lines.join(""), () => process.exit(0));
