import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { LineChannel } from "@flexbill/invariants";
import type { Sink } from "../host.ts";
import { reasonOf } from "../reason-of.ts";
import type { Loaded } from "./module-thread.ts";

/** A module in a thread of ours, ready to be asked; or why it is not. */
export type Thread =
  | { readonly channel: LineChannel; readonly end: () => void }
  | { readonly problem: string }
  | { readonly noRate: true };

export interface ThreadOptions {
  readonly url: string;
  /** Milliseconds that the module may take to load, ten seconds at least. */
  readonly patience: number;
  /** Where what the module prints goes: the result is not its place. */
  readonly err: Sink;
}

/** The thread's file: beside this one in sources and modules, a folder below where all is one file. */
function threadFile(): URL {
  const places = ["./module-thread.ts", "./module-thread.js", "./verify/module-thread.js"];
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw new Error("The file of the thread for modules is missing");
  return found;
}

/** Loads a module in a thread of its own: one that hangs can be ended, one that ends its process ends alone. */
export async function startThread({ url, patience, err }: ThreadOptions): Promise<Thread> {
  const worker = new Worker(threadFile(), { workerData: url, stdout: true, stderr: true });
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.on("data", (chunk: Buffer) => void err.write(chunk.toString()));
  }
  const { lines, hear, close } = lineQueue();
  let ending = "no reason given";
  let tellLoaded: (loaded: Loaded) => void = () => undefined;
  const loaded = new Promise<Loaded>((done) => {
    tellLoaded = done;
  });
  worker.on("message", (message: string | Loaded) =>
    typeof message === "string" ? hear(message) : tellLoaded(message),
  );
  worker.on("error", (error: unknown) => {
    ending = reasonOf(error);
  });
  worker.on("exit", (code) => {
    if (ending === "no reason given") ending = `exit status ${code}`;
    tellLoaded({ problem: ending });
    close();
  });
  const end = () => void worker.terminate();
  const wait = Math.max(patience, 10_000);
  const callOff = setTimeout(() => tellLoaded({ problem: `it is not loaded after ${wait} ms` }), wait);
  const first = await loaded;
  clearTimeout(callOff);
  if ("ready" in first) {
    const send = (line: string) => worker.postMessage(line);
    return { channel: { send, lines, ending: () => ending }, end };
  }
  end();
  return first;
}

/** Lines that are heard one by one, as something to walk through. */
function lineQueue() {
  const heard: string[] = [];
  let open = true;
  let wake: () => void = () => undefined;
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      yield* heard.splice(0);
      if (heard.length > 0) continue;
      if (!open) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    lines: lines(),
    hear: (line: string) => {
      heard.push(line);
      wake();
    },
    close: () => {
      open = false;
      wake();
    },
  };
}
