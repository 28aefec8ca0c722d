import { epochMilliseconds } from "@flexbill/kernel";
import type { EventLog, LoggedEventOf } from "../event-log.ts";
import { sidOf } from "../sids.ts";

/** A stretch of presence, as the log tells it. */
export type Span = LoggedEventOf<"dev.flexbill.presence">;

/** The stretches of one worker in the order of their beginnings, and how far any up to each of them has reached. */
export interface WorkerSpans {
  readonly spans: readonly Span[];
  /** The latest end among the stretches up to this one, in milliseconds; infinite from one on that has not ended. */
  readonly reach: readonly number[];
}

interface Index {
  readonly version: number;
  readonly byWorker: ReadonlyMap<string, readonly Span[]>;
  readonly prepared: Map<string, WorkerSpans>;
}

const nobody: WorkerSpans = { spans: [], reach: [] };
const indices = new WeakMap<EventLog, Index>();

/** The stretches of a worker, prepared once for all that the log knows. */
export function spansOf(log: EventLog, worker: string): WorkerSpans {
  const known = indices.get(log);
  const index = known?.version === log.version() ? known : indexOf(log);
  indices.set(log, index);
  const prepared = index.prepared.get(worker) ?? prepare(index.byWorker.get(worker));
  index.prepared.set(worker, prepared);
  return prepared;
}

/** The first stretch that goes on after a moment, or up to which one has; as many as there are where none does. */
export function firstAfter({ reach }: WorkerSpans, moment: number): number {
  let [low, high] = [0, reach.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reach[middle] as number) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOf(log: EventLog): Index {
  const byWorker = Map.groupBy(log.ofType("dev.flexbill.presence"), ({ event }) => sidOf("WK", event.data.user));
  return { version: log.version(), byWorker, prepared: new Map() };
}

function prepare(found: readonly Span[] | undefined): WorkerSpans {
  if (found === undefined) return nobody;
  const spans = found.toSorted((a, b) => epochMilliseconds(a.begin) - epochMilliseconds(b.begin));
  let latest = Number.NEGATIVE_INFINITY;
  const reach = spans.map(({ end }) => {
    latest = Math.max(latest, end ? epochMilliseconds(end) : Number.POSITIVE_INFINITY);
    return latest;
  });
  return { spans, reach };
}
