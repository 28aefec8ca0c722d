import { instant } from "@flexbill/kernel";
import { createRun } from "@flexbill/simulator";
import type { Suite } from "../suite.ts";
import { outsourcer } from "./outsourcer.ts";

const events = 300_000;
/** A run without an end, read on and on: each round takes its next events. */
function endless(): Iterator<unknown> {
  const { events: made } = createRun(outsourcer(1), { from: instant("2026-10-05T14:00:00Z"), seed: 7 });
  return made[Symbol.iterator]();
}

/** The next events of a run, told to whoever uses them. */
function next(run: Iterator<unknown>, use: (event: unknown) => void): string {
  for (let count = 0; count < events; count += 1) use(run.next().value);
  return String(events);
}

const [made, written, ready] = [endless(), endless(), endless()];
const kept: unknown[] = [];
next(ready, (event) => kept.push(JSON.parse(JSON.stringify(event))));

function stringified(): string {
  let length = 0;
  for (const event of kept) length += JSON.stringify(event).length;
  return length > 0 ? String(kept.length) : "";
}

/** What a simulated event costs beside its own JSON.stringify: the same events, made before and kept. */
export const suite: Suite = {
  name: "simulator",
  tasks: [
    {
      name: `${events.toLocaleString("en")} events of 3,000 seats`,
      operations: events,
      baseline: { name: "JSON.stringify of events that are there", run: stringified },
      others: [
        { name: "events made", run: () => next(made, () => undefined), atLeast: 0.4 },
        { name: "events made and written as bytes", run: () => next(written, JSON.stringify), atLeast: 0.25 },
      ],
    },
  ],
};
