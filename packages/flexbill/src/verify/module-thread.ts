// Runs in a thread of its own, so that a module that hangs or ends its process can be told from one that answers.
// It loads the module and then speaks formats.md section 8, a line a message.
import { parentPort, workerData } from "node:worker_threads";

type Rate = (request: unknown) => unknown;

/** What the thread says first: the module is ready, or why it is not. */
export type Loaded = { readonly ready: true } | { readonly problem: string } | { readonly noRate: true };

const port = parentPort;
if (port === null) throw new Error("This file runs in a thread");
const say = (message: Loaded | string) => port.postMessage(message);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function lineOf(id: unknown, answer: unknown): string {
  if (typeof answer !== "object" || answer === null)
    return failed(id, `the answer is ${shown(answer)}, wanted an invoice`);
  return JSON.stringify({ ...answer, id }, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
}

const failed = (id: unknown, reason: string) => JSON.stringify({ id, failed: reason });

async function answerTo(rate: Rate, request: { readonly id: unknown }): Promise<string> {
  try {
    return lineOf(request.id, await rate(request));
  } catch (error) {
    return failed(request.id, reasonOf(error));
  }
}

function serve(rate: Rate, models: unknown): void {
  port?.on("message", async (line: string) => {
    const request = JSON.parse(line);
    if ("capabilities" in request)
      return say(JSON.stringify({ hello: 1, ...(Array.isArray(models) ? { models } : {}) }));
    say(await answerTo(rate, request));
  });
}

try {
  const loaded: { readonly rate?: unknown; readonly models?: unknown } = await import(workerData);
  if (typeof loaded.rate === "function") {
    serve(loaded.rate as Rate, loaded.models);
    say({ ready: true });
  } else {
    say({ noRate: true });
  }
} catch (error) {
  say({ problem: reasonOf(error) });
}
